namespace ListmonkPS;

/// <summary>Finding out why opt-in mails do not come.</summary>
public interface IDiagnosisDoor
{
    /// <summary>Runs every check, side by side, and ranks what was found.</summary>
    /// <param name="session">Which server.</param>
    /// <param name="options">Bounds and filter.</param>
    /// <param name="notices">Takes warnings, verbose text and progress.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <exception cref="FailureException">A DNS server of the options is none, or the mail file cannot be read.</exception>
    /// <returns>The checks, root cause first; those that the filter leaves out are in the digest only.</returns>
    Task<IReadOnlyList<ListmonkCheck>> RunAsync(ListmonkSession session, DiagnosisOptions options, INoticeSink notices, CancellationToken cancellation);
}
