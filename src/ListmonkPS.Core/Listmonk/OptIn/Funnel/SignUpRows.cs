using ListmonkPS.Core.Listmonk.OptIn.Breaks;

namespace ListmonkPS.Core.Listmonk.OptIn.Funnel;

/// <summary>Counts subscriptions that were read whole, as the statements of the database count them.</summary>
internal sealed class SignUpRows
{
    private readonly IReadOnlyList<SignUpRow> _rows;
    private readonly Dictionary<long, int> _inSecond = [];

    /// <summary>Takes the rows, of the lists that are measured.</summary>
    public SignUpRows(IReadOnlyList<SignUpRow> rows)
    {
        _rows = rows;
        foreach (SignUpRow row in rows)
            _inSecond[row.At.ToUnixTimeSeconds()] = _inSecond.GetValueOrDefault(row.At.ToUnixTimeSeconds()) + 1;
    }

    /// <summary>Rows of the same second from which on it was an import.</summary>
    public const int InImport = 10;

    /// <summary>The rows by list and period.</summary>
    public IReadOnlyList<PeriodCount> Periods(PeriodGrid grid) =>
        [.. _rows.GroupBy(row => (row.ListId, Slot: grid.SlotOf(row.At))).Select(group => Period(group.Key.ListId, group.Key.Slot, [.. group]))];

    /// <summary>The sign-ups by quarter of an hour, part and time to confirm.</summary>
    public IReadOnlyList<SignUpCell> Cells(BreakScope scope) =>
    [
        .. _rows.Where(row => row.Status != "unsubscribed" && !IsImported(row))
            .GroupBy(row => (row.SubscriberId, Second: row.At.ToUnixTimeSeconds(), Part: PartOf(row, scope)))
            .GroupBy(person => (Quarter: SignUpCell.QuarterOf(person.First().At), person.Key.Part, Delay: DelayOf(person)))
            .Select(cell => new SignUpCell(cell.Key.Quarter, cell.Key.Part, cell.Key.Delay, cell.Count())),
    ];

    /// <summary>Enabled people who wait, of each of some parts.</summary>
    public IReadOnlyList<long> Hit(IReadOnlyList<HitPart> parts, PeriodGrid hours) =>
    [
        .. parts.Select(part => (long)_rows
            .Where(row => row is { IsUnconfirmed: true, IsEnabled: true } && !IsImported(row) && row.At >= part.Since && !(row.At >= part.Until)
                && (part.List is null || part.List == row.ListId)
                && (part.Domain is null || part.Domain == row.Domain)
                && (part.Hour is null || part.Hour == hours.StartOf(hours.SlotOf(row.At).Slot, hours.SlotOf(row.At).Offset).Hour))
            .Select(row => row.SubscriberId).Distinct().Count()),
    ];

    private static string PartOf(SignUpRow row, BreakScope scope) => scope switch
    {
        BreakScope.List => row.ListId.ToString(System.Globalization.CultureInfo.InvariantCulture),
        BreakScope.Domain => row.Domain,
        _ => "",
    };

    private static int DelayOf(IEnumerable<SignUpRow> person)
    {
        double[] waited = [.. person.Where(row => row.IsConfirmed).Select(row => row.Waited)];
        return waited.Length == 0 ? SignUpCell.Unconfirmed
            : waited.All(seconds => seconds <= 0) ? SignUpCell.ConfirmedAtOnce
            : DelayCurve.Bounds.Count(bound => bound <= waited.Where(seconds => seconds > 0).Min());
    }

    private bool IsImported(SignUpRow row) => _inSecond[row.At.ToUnixTimeSeconds()] >= InImport;

    private PeriodCount Period(int list, (long Slot, int Offset) slot, SignUpRow[] all)
    {
        SignUpRow[] rows = [.. all.Where(row => !IsImported(row))];
        double[] waited = [.. rows.Where(row => row.IsConfirmed && row.Waited > 0).Select(row => row.Waited).Order()];
        return new PeriodCount(list, slot.Slot, slot.Offset)
        {
            Confirmed = waited.Length,
            ConfirmedAtOnce = rows.Count(row => row.IsConfirmed && row.Waited <= 0),
            WithinDay = waited.Count(seconds => seconds <= 86_400),
            Waiting = rows.Count(row => row is { IsUnconfirmed: true, IsEnabled: true }),
            Blocked = rows.Count(row => row is { IsUnconfirmed: true, IsEnabled: false }),
            Unsubscribed = rows.Count(row => row is { IsUnconfirmed: false, IsConfirmed: false }),
            Imported = all.Length - rows.Length,
            Percentiles = waited.Length == 0 ? null : [Percentile(waited, 0.5), Percentile(waited, 0.9)],
        };
    }

    /// <summary>As PostgreSQL's percentile_disc: the first value whose place is at or beyond the fraction.</summary>
    private static double Percentile(double[] ordered, double fraction) => ordered[Math.Max(0, (int)Math.Ceiling(fraction * ordered.Length) - 1)];
}
