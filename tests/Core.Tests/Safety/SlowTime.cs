namespace ListmonkPS.Core.Tests.Safety;

/// <summary>A clock on which waits take ten times as long: bounds of the module that are right for people are not too short for a busy machine.</summary>
internal sealed class SlowTime : TimeProvider
{
    private const int Slowness = 10;

    public override long TimestampFrequency => System.TimestampFrequency;

    public override long GetTimestamp() => System.GetTimestamp() / Slowness;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Real(dueTime), Real(period));

    private static TimeSpan Real(TimeSpan span) => span <= TimeSpan.Zero ? span : span * Slowness;
}
