using System.Globalization;
using ListmonkPS.Core.Resend.Ledger;
using ListmonkPS.Core.Resend.Limits;

namespace ListmonkPS.Core.Resend.Running;

/// <summary>Counts what this process has done to a run, and tells how far it has come.</summary>
/// <param name="run">Name of the run.</param>
/// <param name="time">Clock.</param>
/// <param name="limits">Its limits: no end is shown that they do not allow.</param>
internal sealed class RunTally(string run, TimeProvider time, ResendLimits limits)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly object _gate = new();
    private readonly Queue<DateTimeOffset> _sent = [];
    private readonly DateTimeOffset _began = time.GetUtcNow();
    private LedgerFigures _before = new(new Dictionary<LedgerState, long>(), null, new Dictionary<SmtpReplyClass, long>());
    private readonly Dictionary<LedgerState, long> _since = [];

    /// <summary>Takes the ledger's own figures: other machines count too.</summary>
    public void Reset(LedgerFigures figures)
    {
        lock (_gate)
        {
            _before = figures;
            _since.Clear();
        }
    }

    /// <summary>Counts an outcome.</summary>
    /// <param name="state">What became of it.</param>
    /// <param name="wasRetry">True when it stood as to be tried again.</param>
    public void Count(LedgerState state, bool wasRetry)
    {
        lock (_gate)
        {
            _since[state] = _since.GetValueOrDefault(state) + 1;
            if (wasRetry)
                _since[LedgerState.Retry] = _since.GetValueOrDefault(LedgerState.Retry) - 1;
            if (state is LedgerState.Sent or LedgerState.Queued)
                _sent.Enqueue(time.GetUtcNow());
        }
    }

    /// <summary>How far the run has come: "[0:42:10] 37.5 %  800 of 2,131   57/min   2 retry   1 in doubt   ETA 16:20".</summary>
    public ProgressNotice Notice(bool isLast = false)
    {
        lock (_gate)
        {
            DateTimeOffset now = time.GetUtcNow();
            while (_sent.TryPeek(out DateTimeOffset oldest) && now - oldest > Window)
                _sent.Dequeue();
            long total = _before.Total;
            long left = Math.Max(0, _before.Left - Ended());
            return new ProgressNotice(Texts.Format("resend.progress", run), Status(now, total - left, total, left), total - left, total, isLast)
            {
                Remaining = Remaining(now, left),
            };
        }
    }

    /// <summary>How far the run had come when it paused, why it did, and when it goes on.</summary>
    public ProgressNotice PausedNotice(string reason, DateTimeOffset next)
    {
        ProgressNotice notice = Notice();
        DateTimeOffset now = time.GetUtcNow();
        return notice with
        {
            Status = Texts.Format("resend.progress.paused", Elapsed(now), notice.Done, notice.Total, reason, TimeZoneInfo.ConvertTime(next, time.LocalTimeZone)),
            Remaining = next - now,
        };
    }

    private string Status(DateTimeOffset now, long done, long total, long left)
    {
        List<string> parts =
        [
            Elapsed(now),
            Texts.Format("resend.progress.share", total == 0 ? 1 : (double)done / total, done, total),
            Texts.Format("resend.progress.rate", PerMinute(now)),
        ];
        Add(parts, "resend.progress.retry", Now(LedgerState.Retry));
        Add(parts, "resend.progress.in-doubt", Now(LedgerState.InDoubt));
        if (Remaining(now, left) is { } remaining)
            parts.Add(Texts.Format("resend.progress.eta", time.GetLocalNow() + remaining));
        return string.Join("   ", parts);
    }

    private string Elapsed(DateTimeOffset now) => string.Create(CultureInfo.InvariantCulture, $"[{(int)(now - _began).TotalHours}:{now - _began:mm\\:ss}]");

    private static void Add(List<string> parts, string key, long count)
    {
        if (count > 0)
            parts.Add(Texts.Format(key, count));
    }

    private long Now(LedgerState state) => _before[state] + _since.GetValueOrDefault(state);

    private long Ended() => _since.Where(pair => pair.Key is not (LedgerState.Retry or LedgerState.Due)).Sum(pair => pair.Value);

    private double PerMinute(DateTimeOffset now)
    {
        TimeSpan span = now - _began < Window ? now - _began : Window;
        return span > TimeSpan.Zero ? _sent.Count / span.TotalMinutes : 0;
    }

    private TimeSpan? Remaining(DateTimeOffset now, long left)
    {
        if (PerMinute(now) is not (> 0 and var rate) || left / rate > TimeSpan.FromDays(3650).TotalMinutes)
            return null;
        TimeSpan byRate = TimeSpan.FromMinutes(left / rate);
        TimeSpan byLimits = RunDuration.Of(left, limits, now);
        return byRate > byLimits ? byRate : byLimits;
    }
}
