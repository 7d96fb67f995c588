using ListmonkPS.Core.Listmonk.OptIn.Funnel;

namespace ListmonkPS.Core.Tests.Listmonk.OptIn.Breaks;

/// <summary>What was found in one simulated history.</summary>
/// <param name="IsFair">True when the break cost enough to be asked for: 30 sign-ups and 15 lost confirmations in its first week.</param>
/// <param name="Found">The break of the part that broke, or the first of any; null for none.</param>
/// <param name="IsDated">True when it is dated within a day, or lies within bounds of at most three days.</param>
/// <param name="Miss">How far off the date is, in days.</param>
/// <param name="Width">From NotBefore to NotAfter, in days.</param>
/// <param name="Text">The history in a line.</param>
internal sealed record SimulatedOutcome(bool IsFair, OptInBreak? Found, bool IsDated, double Miss, double Width, string Text)
{
    /// <summary>Makes a history and looks for its break.</summary>
    public static async Task<SimulatedOutcome> OfAsync(int seed, BreakKind kind, BreakScope scope, double roughness)
    {
        SimulatedHistory history = new(seed, kind, roughness);
        BreakSearch search = new(new RowReader(history.Rows), TimeZoneInfo.Utc, history.Now);
        IReadOnlyList<OptInBreak> breaks = await search.FindAsync(
            new SignUpSelection([1], SignUpSelection.Earliest, history.Now), scope, [], "s", CancellationToken.None);
        OptInBreak? found = breaks.OrderByDescending(one => one.ScopeValue == SimulatedHistory.BrokenDomain).FirstOrDefault();
        string text = $"seed {seed}: {history.PerDay:0} a day, {history.Rate:0.00}, {(history.Now - history.Start).TotalDays:0} days, lost {history.LostInWeek}";
        bool isFair = history.SignUpsInWeek >= 30 && history.LostInWeek >= 15;
        if (found is null || history.BrokeAt is not { } brokeAt)
        {
            string what = found is null ? "" : $": {found.At:u} of {history.Start:u} to {history.Now:u}, {found.ShareBefore:0.00} to {found.ShareAfter:0.00}";
            return new SimulatedOutcome(isFair, found, false, 0, 0, text + what);
        }

        double miss = (found.At - brokeAt).TotalDays;
        double width = (found.NotAfter - found.NotBefore).TotalDays;
        bool isWithin = brokeAt >= found.NotBefore && brokeAt <= found.NotAfter && width <= 3;
        return new SimulatedOutcome(isFair, found, Math.Abs(miss) <= 1 || isWithin, miss, width, text);
    }
}
