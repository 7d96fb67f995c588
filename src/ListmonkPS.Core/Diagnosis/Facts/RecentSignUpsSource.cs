using ListmonkPS.Core.Diagnosis.Reading;
using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Listmonk.OptIn.Breaks;
using ListmonkPS.Core.Listmonk.OptIn.ByDatabase;
using ListmonkPS.Core.Listmonk.OptIn.Funnel;

namespace ListmonkPS.Core.Diagnosis.Facts;

/// <summary>Reads the sign-ups of the newest subscribers, so that the cost stays the same however many there are.</summary>
internal sealed class RecentSignUpsSource : FactSource<RecentSignUps>
{
    private const int Newest = 200_000;

    public override Access Needs => Access.Database;

    public override IReadOnlyList<Type> Uses => [typeof(DatabaseState)];

    protected override async Task<RecentSignUps> ReadFactAsync(FactContext context, FactSet facts, CancellationToken cancellation)
    {
        if (facts.TryGet<DatabaseState>()?.ObstacleTo("lists", "subscribers", "subscriber_lists") is { } obstacle)
            throw new FailureException(obstacle);
        ListmonkDatabase database = context.Server.Database!;
        DateTimeOffset now = context.Server.Time.GetUtcNow();
        IReadOnlyList<ListRow> lists = await database.ReadListsAsync(cancellation);
        int first = await database.ReadAsync((connection, token) => SignUpQuery.ReadFirstOfNewestAsync(connection, Newest, token), cancellation);
        SignUpSelection selection = new(
            [.. lists.Where(list => list.AsksForConfirmation).Select(list => list.Id)], SignUpSelection.Earliest, now.AddDays(1), first);
        CountedOnce reader = new(new DatabaseSignUps(database, context.Bound));
        BreakSearch search = new(reader, context.Server.Time.LocalTimeZone, now);
        IReadOnlyList<OptInBreak> breaks = await search.FindAsync(selection, BreakScope.Total, lists, context.Session.Name, cancellation);
        IReadOnlyList<SignUpCell> cells = await reader.ReadCellsAsync(selection, BreakScope.Total, cancellation);
        return new RecentSignUps(cells, breaks.FirstOrDefault(one => one.EndedAt is null));
    }

    /// <summary>Keeps the sign-ups that the search for a break has read.</summary>
    private sealed class CountedOnce(ISignUpReader reader) : ISignUpReader
    {
        private IReadOnlyList<SignUpCell>? _cells;

        public Task<IReadOnlyList<PeriodCount>> ReadPeriodsAsync(SignUpSelection selection, PeriodGrid grid, CancellationToken cancellation) =>
            reader.ReadPeriodsAsync(selection, grid, cancellation);

        public async Task<IReadOnlyList<SignUpCell>> ReadCellsAsync(SignUpSelection selection, BreakScope scope, CancellationToken cancellation) =>
            _cells ??= await reader.ReadCellsAsync(selection, scope, cancellation);

        public Task<IReadOnlyList<long>> CountHitAsync(
            SignUpSelection selection, IReadOnlyList<HitPart> parts, PeriodGrid hours, CancellationToken cancellation) =>
            reader.CountHitAsync(selection, parts, hours, cancellation);
    }
}
