namespace ListmonkPS;

/// <summary>Baselines of settings, and comparison with them.</summary>
public interface IAuditDoor
{
    /// <summary>Writes the settings of a server to a file, without secrets: of these a keyed hash from the database, or their length from the API.</summary>
    /// <param name="session">Which server.</param>
    /// <param name="target">Where to.</param>
    /// <param name="notices">Takes warnings and verbose text.</param>
    /// <param name="cancellation">Ends the work; the file is then as it was.</param>
    /// <returns>Full path of the file.</returns>
    /// <exception cref="FailureException">The settings cannot be read or the file cannot be written.</exception>
    Task<string> ExportAsync(ListmonkSession session, BaselineTarget target, INoticeSink notices, CancellationToken cancellation);

    /// <summary>Compares the settings of a server, in the order of their names.</summary>
    /// <param name="session">Which server.</param>
    /// <param name="reference">With what.</param>
    /// <param name="notices">Takes warnings and verbose text.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="FailureException">The settings or the baseline cannot be read.</exception>
    Task<IReadOnlyList<ListmonkSettingDifference>> CompareAsync(
        ListmonkSession session, ComparisonReference reference, INoticeSink notices, CancellationToken cancellation);
}
