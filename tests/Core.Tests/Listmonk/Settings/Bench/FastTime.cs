namespace ListmonkPS.Core.Tests.Listmonk.Settings.Bench;

/// <summary>A clock on which waits pass quicker than they are: so that a bound of half a minute can be waited for.</summary>
/// <param name="speed">How many seconds of it a real one has.</param>
internal sealed class FastTime(int speed) : TimeProvider
{
    public override long TimestampFrequency => System.TimestampFrequency;

    public override long GetTimestamp() => System.GetTimestamp() * speed;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Real(dueTime), Real(period));

    private TimeSpan Real(TimeSpan span) => span <= TimeSpan.Zero ? span : TimeSpan.FromMilliseconds(Math.Max(1, span.TotalMilliseconds / speed));
}
