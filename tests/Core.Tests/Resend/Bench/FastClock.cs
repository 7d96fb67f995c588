namespace ListmonkPS.Core.Tests.Resend.Bench;

/// <summary>A clock that begins at a time and runs faster than real ones, waits and all: hours of a run pass in a second.</summary>
/// <param name="start">Where it begins.</param>
/// <param name="speed">How many seconds of it a real one has.</param>
internal sealed class FastClock(DateTimeOffset start, int speed) : TimeProvider
{
    private readonly long _began = System.GetTimestamp();

    public override long TimestampFrequency => System.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long GetTimestamp() => (System.GetTimestamp() - _began) * speed;

    public override DateTimeOffset GetUtcNow() => start + (System.GetElapsedTime(_began) * speed);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Real(dueTime), Real(period));

    private TimeSpan Real(TimeSpan span) => span <= TimeSpan.Zero ? span : TimeSpan.FromMilliseconds(Math.Max(1, span.TotalMilliseconds / speed));
}
