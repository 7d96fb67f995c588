using ListmonkPS.Core.Listmonk.OptIn.Breaks;
using ListmonkPS.Core.Listmonk.OptIn.Funnel;

namespace ListmonkPS.Core.Tests.Listmonk.OptIn.Breaks;

/// <summary>Reads sign-ups that are there already.</summary>
internal sealed class RowReader(IReadOnlyList<SignUpRow> rows) : ISignUpReader
{
    private readonly SignUpRows _rows = new(rows);

    public Task<IReadOnlyList<PeriodCount>> ReadPeriodsAsync(SignUpSelection selection, PeriodGrid grid, CancellationToken cancellation) =>
        Task.FromResult(_rows.Periods(grid));

    public Task<IReadOnlyList<SignUpCell>> ReadCellsAsync(SignUpSelection selection, BreakScope scope, CancellationToken cancellation) =>
        Task.FromResult(_rows.Cells(scope));

    public Task<IReadOnlyList<long>> CountHitAsync(
        SignUpSelection selection, IReadOnlyList<HitPart> parts, PeriodGrid hours, CancellationToken cancellation) =>
        Task.FromResult(_rows.Hit(parts, hours));
}
