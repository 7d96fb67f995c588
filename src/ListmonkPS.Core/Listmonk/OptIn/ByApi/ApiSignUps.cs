using ListmonkPS.Core.Listmonk.OptIn.Breaks;
using ListmonkPS.Core.Listmonk.OptIn.Funnel;

namespace ListmonkPS.Core.Listmonk.OptIn.ByApi;

/// <summary>Reads sign-ups by the API, which counts nothing: the members of each list are read whole, once, and counted here.</summary>
internal sealed class ApiSignUps(SubscriberReader reader) : ISignUpReader
{
    private SignUpRows? _rows;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PeriodCount>> ReadPeriodsAsync(SignUpSelection selection, PeriodGrid grid, CancellationToken cancellation) =>
        (await RowsAsync(selection, cancellation)).Periods(grid);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SignUpCell>> ReadCellsAsync(SignUpSelection selection, BreakScope scope, CancellationToken cancellation) =>
        (await RowsAsync(selection, cancellation)).Cells(scope);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<long>> CountHitAsync(
        SignUpSelection selection, IReadOnlyList<HitPart> parts, PeriodGrid hours, CancellationToken cancellation) =>
        (await RowsAsync(selection, cancellation)).Hit(parts, hours);

    private async Task<SignUpRows> RowsAsync(SignUpSelection selection, CancellationToken cancellation)
    {
        if (_rows is not null)
            return _rows;
        List<SignUpRow> rows = [];
        HashSet<int> seen = [];
        foreach (int list in selection.Lists)
        {
            await foreach (ApiSubscriber subscriber in reader.ReadAsync(new SubscriberSlice(list), cancellation))
            {
                if (seen.Add(subscriber.Id)) // once for each of his lists (G14)
                    rows.AddRange(RowsOf(subscriber, selection));
            }
        }

        return _rows = new SignUpRows(rows);
    }

    private static IEnumerable<SignUpRow> RowsOf(ApiSubscriber subscriber, SignUpSelection selection)
    {
        string domain = subscriber.Email[(subscriber.Email.LastIndexOf('@') + 1)..].ToLowerInvariant();
        return from membership in subscriber.Memberships
               where selection.Lists.Contains(membership.ListId)
               let at = membership.CreatedAt
               where at >= selection.Since && at < selection.Before
               select new SignUpRow(
                   subscriber.Id, membership.ListId, at.Value, membership.UpdatedAt ?? at.Value, membership.Status, subscriber.Status == "enabled", domain);
    }
}
