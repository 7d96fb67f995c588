using ListmonkPS.Core.Safety;
using Microsoft.Extensions.Time.Testing;

namespace ListmonkPS.Core.Tests.Safety;

public sealed class DeadlineTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(10);

    private static readonly Failure Late = SessionFailures.SessionClosed("late");

    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Work_that_ends_in_time_gives_its_result() =>
        Assert.Equal(5, await Deadline.RunAsync(Bound, _time, () => Late, _ => Task.FromResult(5), Test));

    [Fact]
    public async Task Work_that_obeys_ends_at_the_bound_with_the_failure()
    {
        Task<int> run = Deadline.RunAsync(Bound, _time, () => Late, ForeverAsync, Test);
        _time.Advance(Bound - TimeSpan.FromMilliseconds(1));
        Assert.False(run.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        FailureException exception = await Assert.ThrowsAsync<FailureException>(() => run);
        Assert.Same(Late, exception.Failure);
    }

    [Fact]
    public async Task Work_that_does_not_obey_is_left_behind()
    {
        TaskCompletionSource<int> deaf = new();
        Task<int> run = Deadline.RunAsync(Bound, _time, () => Late, _ => deaf.Task, Test);
        _time.Advance(Bound);
        _time.Advance(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAsync<FailureException>(() => run.WaitAsync(TimeSpan.FromMinutes(1), Test));
    }

    [Fact]
    public async Task A_result_that_comes_just_after_the_bound_still_counts()
    {
        TaskCompletionSource<int> deaf = new();
        Task<int> run = Deadline.RunAsync(Bound, _time, () => Late, _ => deaf.Task, Test);
        _time.Advance(Bound);
        deaf.SetResult(7);
        Assert.Equal(7, await run);
    }

    [Fact]
    public async Task Cancelling_is_no_failure()
    {
        using CancellationTokenSource stop = new();
        Task<int> run = Deadline.RunAsync(Bound, _time, () => Late, ForeverAsync, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    [Fact]
    public async Task Cancelling_ends_deaf_work_within_a_second()
    {
        using CancellationTokenSource stop = new();
        Task<int> run = Deadline.RunAsync(Bound, _time, () => Late, _ => new TaskCompletionSource<int>().Task, stop.Token);
        await stop.CancelAsync();
        _time.Advance(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.WaitAsync(TimeSpan.FromMinutes(1), Test));
    }

    [Fact]
    public async Task A_failure_of_the_work_itself_passes_through()
    {
        Failure own = SessionFailures.NeedsApi("x");
        FailureException exception = await Assert.ThrowsAsync<FailureException>(
            () => Deadline.RunAsync<int>(Bound, _time, () => Late, _ => throw new FailureException(own), Test));
        Assert.Same(own, exception.Failure);
    }

    private static async Task<int> ForeverAsync(CancellationToken cancellation)
    {
        await Task.Delay(Timeout.Infinite, cancellation);
        return 0;
    }
}
