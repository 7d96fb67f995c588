using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.Core.Dns.Lookup.Records;
using ListmonkPS.TestBench.Dns;

namespace ListmonkPS.Core.Tests.Dns.Lookup;

public sealed class RunLookupTests
{
    private static readonly DnsQuestion Question = new("example.com", DnsRecordType.Txt);

    [Fact]
    public async Task Each_question_is_asked_once_a_run_whatever_its_case_and_however_many_want_it()
    {
        ZoneLookup zone = new(new Zone().AddText("example.com", "v=spf1 -all"));
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        RunLookup run = new(zone, cancellation);

        DnsAnswer[] answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(index =>
            Task.Run(() => run.AskAsync(index % 2 == 0 ? Question : Question with { Name = "EXAMPLE.com" }, cancellation).AsTask(), cancellation)));

        Assert.Single(zone.Asked);
        Assert.All(answers, answer => Assert.Equal("v=spf1 -all", Assert.IsType<TxtRecord>(Assert.Single(answer.Records)).Text));
        await run.AskAsync(Question with { Type = DnsRecordType.A }, cancellation);
        Assert.Equal(2, zone.Asked.Count);
    }

    [Fact]
    public async Task Who_stops_waiting_does_not_take_the_answer_from_the_others()
    {
        TaskCompletionSource<DnsAnswer> pending = new();
        RunLookup run = new(new PendingLookup(pending.Task), TestContext.Current.CancellationToken);
        using CancellationTokenSource impatient = new();
        Task<DnsAnswer> patientWait = run.AskAsync(Question, TestContext.Current.CancellationToken).AsTask();
        Task<DnsAnswer> impatientWait = run.AskAsync(Question, impatient.Token).AsTask();

        await impatient.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatientWait);
        pending.SetResult(new DnsAnswer(DnsAnswerKind.NoData));
        Assert.Equal(DnsAnswerKind.NoData, (await patientWait).Kind);
    }

    private sealed class PendingLookup(Task<DnsAnswer> answer) : IDnsLookup
    {
        public ValueTask<DnsAnswer> AskAsync(DnsQuestion question, CancellationToken cancellation) => new(answer);
    }
}
