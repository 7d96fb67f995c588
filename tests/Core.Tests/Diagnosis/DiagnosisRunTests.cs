using ListmonkPS.Core.Diagnosis.Engine;
using ListmonkPS.Core.Diagnosis.Judging;
using Microsoft.Extensions.Time.Testing;

namespace ListmonkPS.Core.Tests.Diagnosis;

public sealed class DiagnosisRunTests
{
    [Fact]
    public async Task A_fact_that_several_checks_and_sources_need_is_read_once()
    {
        SyntheticSource<string> first = new((_, _) => Task.FromResult("one"));
        SyntheticSource<Version> second = new((facts, _) => Task.FromResult(new Version(facts.Get<string>().Length, 0)), Access.None, typeof(string));
        DiagnosisResult result = await SyntheticRun.RunAsync(
            [
                SyntheticRun.Check("a.one", [typeof(string)]),
                SyntheticRun.Check("a.two", [typeof(string), typeof(Version)], facts => Finding.Pass(facts.Get<Version>().ToString())),
            ],
            [first, second]);
        Assert.Equal((1, 1), (first.Reads, second.Reads));
        Assert.Equal("3.0", result.Checks.Single(check => check.Id == "a.two").Summary);
    }

    [Fact]
    public async Task Facts_are_read_side_by_side()
    {
        TaskCompletionSource<string> gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        SyntheticSource<string> waits = new((_, _) => gate.Task);
        SyntheticSource<Version> opens = new((_, _) =>
        {
            gate.SetResult("opened");
            return Task.FromResult(new Version(1, 0));
        });
        DiagnosisResult result = await SyntheticRun.RunAsync(
            [SyntheticRun.Check("a.one", [typeof(string)]), SyntheticRun.Check("a.two", [typeof(Version)])],
            [waits, opens]);
        Assert.All(result.Checks, check => Assert.Equal(CheckStatus.Pass, check.Status));
    }

    [Fact]
    public async Task A_fact_that_does_not_come_is_an_error_of_its_checks_only()
    {
        FakeTimeProvider time = new();
        TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
        SyntheticSource<string> silent = new(async (_, cancellation) =>
        {
            started.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
            return "never";
        });
        SyntheticSource<Version> quick = new((_, _) => Task.FromResult(new Version(1, 0)));
        Task<DiagnosisResult> run = SyntheticRun.RunAsync(
            [SyntheticRun.Check("a.silent", [typeof(string)]), SyntheticRun.Check("a.quick", [typeof(Version)])], [silent, quick], time);
        await started.Task;
        time.Advance(SyntheticRun.Bound);
        DiagnosisResult result = await run;
        Assert.Equal(CheckStatus.Error, result.Checks.Single(check => check.Id == "a.silent").Status);
        Assert.Contains("10", result.Checks.Single(check => check.Id == "a.silent").Summary, StringComparison.Ordinal);
        Assert.Equal(CheckStatus.Pass, result.Checks.Single(check => check.Id == "a.quick").Status);
    }

    [Fact]
    public async Task A_source_that_throws_something_unforeseen_is_an_error_without_its_text()
    {
        SyntheticSource<string> faulty = new((_, _) => throw new InvalidDataException("password=hunter2"));
        DiagnosisResult result = await SyntheticRun.RunAsync([SyntheticRun.Check("a.one", [typeof(string)])], [faulty]);
        ListmonkCheck check = Assert.Single(result.Checks);
        Assert.Equal(CheckStatus.Error, check.Status);
        Assert.DoesNotContain("hunter2", check.Summary, StringComparison.Ordinal);
        Assert.Contains(nameof(InvalidDataException), check.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_ends_the_run()
    {
        using CancellationTokenSource stop = new();
        SyntheticSource<string> silent = new(async (_, cancellation) =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
            return "never";
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            SyntheticRun.RunAsync([SyntheticRun.Check("a.one", [typeof(string)])], [silent], stop: stop));
    }

    [Fact]
    public async Task A_missing_access_is_skipped_and_named_and_nothing_is_read()
    {
        SyntheticSource<string> api = new((_, _) => Task.FromResult("x"), Access.Api);
        DiagnosisResult result = await SyntheticRun.RunAsync(
            [
                SyntheticRun.Check("a.by-need", [typeof(string)], needs: [Access.Database]),
                SyntheticRun.Check("a.by-fact", [typeof(string)]),
            ],
            [api]);
        Assert.All(result.Checks, check => Assert.Equal(CheckStatus.Skipped, check.Status));
        Assert.Contains("database", result.Checks.Single(check => check.Id == "a.by-need").Summary, StringComparison.Ordinal);
        Assert.Contains("API", result.Checks.Single(check => check.Id == "a.by-fact").Summary, StringComparison.Ordinal);
        Assert.Equal(0, api.Reads);
    }

    [Fact]
    public async Task What_cannot_be_read_because_of_a_failure_is_skipped_because_of_it_through_any_number_of_steps()
    {
        SyntheticSource<string> there = new((_, _) => Task.FromResult("x"));
        SyntheticSource<Version> gone = new((_, _) => throw new FailureException(FactsOf.Unreachable));
        DiagnosisResult result = await SyntheticRun.RunAsync(
            [
                SyntheticRun.Check("a.door", [typeof(string)], _ => new Finding { Status = CheckStatus.Fail, Summary = "shut" }),
                SyntheticRun.Check("a.room", [typeof(Version)], dependsOn: ["a.door"]),
                SyntheticRun.Check("a.drawer", [typeof(Version)], dependsOn: ["a.room"]),
                SyntheticRun.Check("a.garden", [typeof(Version)]),
            ],
            [there, gone]);
        Assert.Equal(
            [("a.door", CheckStatus.Fail, null), ("a.garden", CheckStatus.Error, null), ("a.drawer", CheckStatus.Skipped, "a.door"), ("a.room", CheckStatus.Skipped, "a.door")],
            result.Checks.Select(check => (check.Id, check.Status, check.ExplainedBy)));
    }
}
