namespace ListmonkPS;

/// <summary>Reading and changing settings.</summary>
public interface ISettingDoor
{
    /// <summary>Every key and member that this module knows for any version, for completion; a member of a block as that of the first. Needs no server.</summary>
    IReadOnlyList<ListmonkSetting> Known { get; }

    /// <summary>Reads the settings whose names match, in the order of their names.</summary>
    /// <param name="session">Where.</param>
    /// <param name="names">Names with PowerShell wildcards, with slashes into members (smtp/primary/port); empty for all keys.</param>
    /// <param name="notices">Takes warnings and verbose text.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The settings, and one failure for each name without a wildcard that does not exist (with the nearest names).</returns>
    /// <exception cref="FailureException">The settings cannot be read.</exception>
    Task<SettingReading> ReadAsync(ListmonkSession session, IReadOnlyList<string> names, INoticeSink notices, CancellationToken cancellation);

    /// <summary>Checks changes and finds the way to make them in one write, without making them.</summary>
    /// <param name="session">Where.</param>
    /// <param name="assignments">Settings and their new values, one at least.</param>
    /// <param name="options">How.</param>
    /// <param name="notices">Takes warnings and verbose text.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="FailureException">Unknown name, wrong type, or no way to do it without loss; then none of the changes is made.</exception>
    Task<SettingChangePlan> PlanAsync(
        ListmonkSession session, IReadOnlyList<SettingAssignment> assignments, SettingChangeOptions options, INoticeSink notices, CancellationToken cancellation);

    /// <summary>Makes planned changes in one write, waits for the reload and reads them back.</summary>
    /// <param name="session">Where.</param>
    /// <param name="plan">A plan of this session.</param>
    /// <param name="notices">Takes warnings and verbose text.</param>
    /// <param name="cancellation">Ends the work; what is written stays written.</param>
    /// <returns>One result a setting, in the order of the plan.</returns>
    /// <exception cref="FailureException">Refused, changed meanwhile, or not as written afterwards.</exception>
    Task<IReadOnlyList<ListmonkSettingChange>> ApplyAsync(ListmonkSession session, SettingChangePlan plan, INoticeSink notices, CancellationToken cancellation);
}
