using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.Core.Dns.Lookup.Guards;
using ListmonkPS.Core.Dns.Lookup.Records;
using Microsoft.Extensions.Time.Testing;

namespace ListmonkPS.Core.Tests.Dns.Lookup;

/// <summary>One deadline for a run: near while nobody has said anything, the whole once somebody has.</summary>
public sealed class DeadlineLookupTests
{
    private static readonly TimeSpan Whole = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(3);
    private static readonly DnsQuestion Slow = new("slow.example.org", DnsRecordType.A);
    private static readonly DnsQuestion Quick = new("quick.example.org", DnsRecordType.A);

    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Silence_ends_all_questions_early_and_later_ones_at_once()
    {
        using DeadlineLookup lookup = new(new Scripted(), Whole, Silence, _time);
        Task<DnsAnswer> first = lookup.AskAsync(Slow, Cancellation).AsTask();
        _time.Advance(Silence);

        Assert.Equal(DnsAnswerKind.Timeout, (await first).Kind);
        Assert.Equal(DnsAnswerKind.Timeout, (await lookup.AskAsync(Quick, Cancellation)).Kind);
        Assert.False(lookup.HasHeard);
    }

    [Fact]
    public async Task Once_somebody_answered_the_slow_ones_have_the_whole_time()
    {
        using DeadlineLookup lookup = new(new Scripted(), Whole, Silence, _time);
        Task<DnsAnswer> slow = lookup.AskAsync(Slow, Cancellation).AsTask();
        Assert.Equal(DnsAnswerKind.NoData, (await lookup.AskAsync(Quick, Cancellation)).Kind);
        _time.Advance(Silence);

        Assert.False(slow.IsCompleted);
        Assert.True(lookup.HasHeard);
        _time.Advance(Whole - Silence);
        Assert.Equal(DnsAnswerKind.Timeout, (await slow).Kind);
    }

    [Fact]
    public async Task The_end_of_the_run_is_no_time_out()
    {
        using CancellationTokenSource run = new();
        using DeadlineLookup lookup = new(new Scripted(), Whole, Silence, _time);
        Task<DnsAnswer> slow = lookup.AskAsync(Slow, run.Token).AsTask();
        await run.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => slow);
    }

    [Theory]
    [InlineData("lists.test", true)]
    [InlineData("a.b.Invalid", true)]
    [InlineData("localhost", true)]
    [InlineData("x.localhost", true)]
    [InlineData("hidden.onion", true)]
    [InlineData("contest", false)]
    [InlineData("test.example.org", false)]
    [InlineData("example", false)]
    [InlineData("printer.local", false)]
    public async Task Names_that_cannot_exist_are_not_asked(string name, bool isAnswered)
    {
        DnsAnswer answer = await new SpecialUseLookup(new Scripted()).AskAsync(new DnsQuestion(name, DnsRecordType.Txt), Cancellation);

        Assert.Equal(isAnswered ? DnsAnswerKind.NxDomain : DnsAnswerKind.NoData, answer.Kind);
    }

    /// <summary>Never answers what is slow, and everything else at once.</summary>
    private sealed class Scripted : IDnsLookup
    {
        public async ValueTask<DnsAnswer> AskAsync(DnsQuestion question, CancellationToken cancellation)
        {
            if (question == Slow)
                await Task.Delay(Timeout.Infinite, cancellation);
            return new DnsAnswer(DnsAnswerKind.NoData);
        }
    }
}
