namespace ListmonkPS.Core.Tests.Listmonk.Settings.Bench;

/// <summary>A clock on which waits pass quicker than they are. One of them, a bound, can be held: it has passed when a test says so, however slow the machine is.</summary>
/// <param name="speed">How many seconds of it a real one has.</param>
/// <param name="held">The bound that is held; null for none.</param>
internal sealed class FastTime(int speed, TimeSpan? held = null) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<HeldTimer> _held = [];
    private bool _hasPassed;
    private int _waits;

    public override long TimestampFrequency => System.TimestampFrequency;

    /// <summary>How many waits have begun, the held ones aside.</summary>
    public int Waits => Volatile.Read(ref _waits);

    public override long GetTimestamp() => System.GetTimestamp() * speed;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime == held)
            return Hold(new HeldTimer(callback, state));
        Interlocked.Increment(ref _waits);
        return System.CreateTimer(callback, state, Real(dueTime), Real(period));
    }

    /// <summary>The bound has passed.</summary>
    public void Pass()
    {
        HeldTimer[] due;
        lock (_lock)
        {
            _hasPassed = true;
            due = [.. _held];
        }

        foreach (HeldTimer timer in due)
            timer.Fire();
    }

    private HeldTimer Hold(HeldTimer timer)
    {
        lock (_lock)
            _held.Add(timer);
        if (_hasPassed)
            timer.Fire();
        return timer;
    }

    private TimeSpan Real(TimeSpan span) => span <= TimeSpan.Zero ? span : TimeSpan.FromMilliseconds(Math.Max(1, span.TotalMilliseconds / speed));

    private sealed class HeldTimer(TimerCallback callback, object? state) : ITimer
    {
        private int _isDone;

        public void Fire()
        {
            if (Interlocked.Exchange(ref _isDone, 1) == 0)
                ThreadPool.QueueUserWorkItem(_ => callback(state));
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() => Interlocked.Exchange(ref _isDone, 1);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
