using ListmonkPS.Core.Resend.Due;
using ListmonkPS.Core.Tests.Resend.Bench;

namespace ListmonkPS.Core.Tests.Resend.Due;

/// <summary>A server that is away for a moment is asked again; one that answers is believed.</summary>
public sealed class PatientQuestionTests
{
    private static CancellationToken Test => TestContext.Current.CancellationToken;

    public static TheoryData<string, int> Failures => new()
    {
        { "reload", 3 },
        { "gateway", 3 },
        { "database", 3 },
        { "failed", 3 },
        { "late", 1 },
        { "refused", 1 },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task It_is_asked_again_until_it_is_there(string kind, int asked)
    {
        Failure failure = kind switch
        {
            "reload" => ConnectionFailures.ApiUnreachable("https://lists.example.org", "connection refused"),
            "gateway" => ConnectionFailures.ApiUnreachable("https://lists.example.org", "502"),
            "database" => DatabaseFailures.DatabaseUnreachable("db.example.org:5432/listmonk", "connection refused"),
            "failed" => ConnectionFailures.ApiFailed("https://lists.example.org", "GET /api/subscribers/1", 500, "Error fetching subscriber"),
            "late" => ConnectionFailures.ApiUnreachable("https://lists.example.org", "15 s", isLate: true),
            _ => ConnectionFailures.LoginRefused("https://lists.example.org", "403", "make a token"),
        };
        FailingPeople people = new(failure, failures: 2);
        PatientQuestion question = new(people, new FastClock(DateTimeOffset.UnixEpoch, 5));
        if (asked > 2)
            Assert.NotNull((await question.AskAsync([new ResendTarget(1, Guid.NewGuid())], Test))[1].Recipient);
        else
            Assert.Equal(failure, (await Assert.ThrowsAsync<FailureException>(() => question.AskAsync([new ResendTarget(1, Guid.NewGuid())], Test))).Failure);
        Assert.Equal(asked, people.Asked);
    }

    [Fact]
    public async Task It_is_not_waited_for_without_a_bound()
    {
        Failure failure = ConnectionFailures.ApiUnreachable("https://lists.example.org", "connection refused");
        PatientQuestion question = new(new FailingPeople(failure, failures: int.MaxValue), new FastClock(DateTimeOffset.UnixEpoch, 100));
        Assert.Equal(failure, (await Assert.ThrowsAsync<FailureException>(() => question.AskAsync([new ResendTarget(1, Guid.NewGuid())], Test))).Failure);
    }

    private sealed class FailingPeople(Failure failure, int failures) : IDueQuestion
    {
        private readonly MadeUpPeople _people = new();

        public int Asked { get; private set; }

        public Task<IReadOnlyDictionary<int, DueAnswer>> AskAsync(IReadOnlyList<ResendTarget> people, CancellationToken cancellation) =>
            ++Asked <= failures ? Task.FromException<IReadOnlyDictionary<int, DueAnswer>>(new FailureException(failure)) : _people.AskAsync(people, cancellation);
    }
}
