using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Listmonk.OptIn.Breaks;
using ListmonkPS.Core.Listmonk.OptIn.Funnel;

namespace ListmonkPS.Core.Listmonk.OptIn.ByDatabase;

/// <summary>Reads sign-ups in figures, counted in the database.</summary>
/// <param name="database">The database.</param>
/// <param name="bound">Bound of each statement.</param>
internal sealed class DatabaseSignUps(ListmonkDatabase database, TimeSpan bound) : ISignUpReader
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<PeriodCount>> ReadPeriodsAsync(SignUpSelection selection, PeriodGrid grid, CancellationToken cancellation) =>
        database.ReadAsync((connection, token) => PeriodQuery.ReadAsync(connection, selection, grid, token), bound, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<SignUpCell>> ReadCellsAsync(SignUpSelection selection, BreakScope scope, CancellationToken cancellation) =>
        database.ReadAsync((connection, token) => SignUpQuery.ReadAsync(connection, selection, scope, token), bound, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<long>> CountHitAsync(
        SignUpSelection selection, IReadOnlyList<HitPart> parts, PeriodGrid hours, CancellationToken cancellation) =>
        database.ReadAsync((connection, token) => HitQuery.ReadAsync(connection, selection, parts, hours, token), bound, cancellation);
}
