using System.Globalization;
using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Listmonk.OptIn.Breaks;

namespace ListmonkPS.Core.Listmonk.OptIn.Funnel;

/// <summary>Looks for breaks part by part, and counts whom they hit.</summary>
/// <param name="reader">Reads.</param>
/// <param name="zone">Time zone of the hours of the day.</param>
/// <param name="now">When it is read.</param>
internal sealed class BreakSearch(ISignUpReader reader, TimeZoneInfo zone, DateTimeOffset now)
{
    private const int LeastPeople = 30;
    private const int MostParts = 200;

    /// <summary>The breaks, those of the most people first.</summary>
    /// <param name="selection">Which sign-ups.</param>
    /// <param name="scope">Which parts.</param>
    /// <param name="lists">The lists, for their names.</param>
    /// <param name="session">Name of the session.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<IReadOnlyList<OptInBreak>> FindAsync(
        SignUpSelection selection, BreakScope scope, IReadOnlyList<ListRow> lists, string session, CancellationToken cancellation)
    {
        IReadOnlyList<SignUpCell> cells = await reader.ReadCellsAsync(selection, scope, cancellation);
        (string Part, FoundBreak Break)[] found = [.. FindIn(cells, scope)];
        if (found.Length == 0)
            return [];
        HitPart[] parts = [.. found.Select(one => PartOf(one.Part, one.Break, scope))];
        PeriodGrid hours = new(zone, TimeSpan.FromHours(1), now);
        IReadOnlyList<long> hit = await reader.CountHitAsync(selection, parts, hours, cancellation);
        Dictionary<string, string> names = lists.ToDictionary(list => Text(list.Id), list => list.Name);
        return
        [
            .. found.Zip(hit, (one, people) => Shown(one.Break, people) with
            {
                Scope = scope,
                ScopeValue = scope == BreakScope.List ? names[one.Part] : one.Part,
                Session = session,
            }).OrderByDescending(one => one.AffectedCount),
        ];
    }

    private IEnumerable<(string Part, FoundBreak Break)> FindIn(IReadOnlyList<SignUpCell> cells, BreakScope scope)
    {
        long quarter = SignUpCell.QuarterOf(now);
        DelayCurve curve = DelayCurve.Of(cells, quarter);
        SignUpCell[][] parts =
        [
            .. cells.GroupBy(cell => scope == BreakScope.HourOfDay ? HourOf(cell.Quarter) : cell.Part)
                .Select(part => (Cells: part.Select(cell => cell with { Part = part.Key }).ToArray(), People: part.Sum(cell => cell.People)))
                .Where(part => part.People >= LeastPeople)
                .OrderByDescending(part => part.People).Take(MostParts).Select(part => part.Cells),
        ];
        foreach (SignUpCell[] part in parts)
        {
            if (BreakFinder.Find(RateSeries.Of(part, curve, quarter), parts.Length) is { } found)
                yield return (part[0].Part, found with { SignedUp = PeopleSince(part, found) });
        }
    }

    private static long PeopleSince(SignUpCell[] cells, FoundBreak found) => cells
        .Where(cell => cell.Quarter >= found.At && !(cell.Quarter >= found.EndedAt) && cell.Delay != SignUpCell.ConfirmedAtOnce)
        .Sum(cell => cell.People);

    private static HitPart PartOf(string part, FoundBreak found, BreakScope scope) => new(
        SignUpCell.TimeOf(found.At),
        found.EndedAt is { } end ? SignUpCell.TimeOf(end) : null,
        scope == BreakScope.List ? int.Parse(part, CultureInfo.InvariantCulture) : null,
        scope == BreakScope.Domain ? part : null,
        scope == BreakScope.HourOfDay ? int.Parse(part, CultureInfo.InvariantCulture) : null);

    private OptInBreak Shown(FoundBreak found, long people) => new()
    {
        At = Local(found.At),
        NotBefore = Local(found.NotBefore),
        NotAfter = Local(found.NotAfter),
        EndedAt = found.EndedAt is { } end ? Local(end) : null,
        ShareBefore = found.ShareBefore,
        ShareAfter = found.After.Share,
        SignedUpCount = found.SignedUp,
        AffectedCount = people,
        // Those who are not yet old enough to have confirmed would wait in any case.
        ExpectedCount = Math.Clamp((long)Math.Round(people - (found.After.Trials * found.ShareBefore) + found.After.Confirmed), 0, people),
        Confidence = found.IsStrong ? BreakStrength.Strong : BreakStrength.Moderate,
        FalseAlarmProbability = Math.Min(1, found.FalseAlarm),
        ScopeValue = "",
        Session = "",
    };

    private DateTimeOffset Local(long quarter) => TimeZoneInfo.ConvertTime(SignUpCell.TimeOf(quarter), zone);

    private string HourOf(long quarter) => Local(quarter).ToString("HH", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
