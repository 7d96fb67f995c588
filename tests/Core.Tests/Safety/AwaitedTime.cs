using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace ListmonkPS.Core.Tests.Safety;

/// <summary>A clock that stands until a test moves it on, and tells when somebody waits by it: so no bound passes before its time, however slow the machine is.</summary>
internal sealed class AwaitedTime() : FakeTimeProvider(System.GetUtcNow()) // certificates are good now
{
    private readonly ConcurrentDictionary<TimeSpan, TaskCompletionSource> _waits = new();

    /// <summary>Ends when somebody has begun to wait for so long.</summary>
    public Task AwaitedAsync(TimeSpan span) => Wait(span).Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        Wait(dueTime).TrySetResult();
        return timer;
    }

    private TaskCompletionSource Wait(TimeSpan span) => _waits.GetOrAdd(span, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}
