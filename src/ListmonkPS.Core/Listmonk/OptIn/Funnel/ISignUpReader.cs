using ListmonkPS.Core.Listmonk.OptIn.Breaks;

namespace ListmonkPS.Core.Listmonk.OptIn.Funnel;

/// <summary>Reads sign-ups in figures: in the database, or by the API.</summary>
internal interface ISignUpReader
{
    /// <summary>The rows by list and period.</summary>
    Task<IReadOnlyList<PeriodCount>> ReadPeriodsAsync(SignUpSelection selection, PeriodGrid grid, CancellationToken cancellation);

    /// <summary>The sign-ups by quarter of an hour, part and time to confirm.</summary>
    Task<IReadOnlyList<SignUpCell>> ReadCellsAsync(SignUpSelection selection, BreakScope scope, CancellationToken cancellation);

    /// <summary>How many enabled people wait of each part.</summary>
    Task<IReadOnlyList<long>> CountHitAsync(SignUpSelection selection, IReadOnlyList<HitPart> parts, PeriodGrid hours, CancellationToken cancellation);
}
