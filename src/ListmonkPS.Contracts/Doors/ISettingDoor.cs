namespace ListmonkPS;

/// <summary>Reading and changing settings.</summary>
public interface ISettingDoor
{
    /// <summary>Every key that this module knows for any version, for completion; needs no server.</summary>
    IReadOnlyList<ListmonkSetting> Known { get; }

    /// <summary>Reads the settings whose names match, in the order of their names.</summary>
    /// <param name="session">Where.</param>
    /// <param name="names">Names with PowerShell wildcards; empty for all.</param>
    /// <param name="notices">Takes warnings and verbose text.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The settings, and one failure for each name without a wildcard that does not exist (with the nearest names).</returns>
    /// <exception cref="FailureException">The settings cannot be read.</exception>
    Task<SettingReading> ReadAsync(ListmonkSession session, IReadOnlyList<string> names, INoticeSink notices, CancellationToken cancellation);

    /// <summary>Checks a change and finds the way to make it, without making it.</summary>
    /// <param name="session">Where.</param>
    /// <param name="name">Key.</param>
    /// <param name="value">Value as given: bool, number, text or SecureString; converted by the key's type.</param>
    /// <param name="via">Api or Database to insist on one; None to let the rules choose.</param>
    /// <param name="notices">Takes warnings and verbose text.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="FailureException">Unknown name, wrong type, or no way to do it without loss.</exception>
    Task<SettingChangePlan> PlanAsync(ListmonkSession session, string name, object? value, Access via, INoticeSink notices, CancellationToken cancellation);

    /// <summary>Makes a planned change, waits for the reload and reads it back.</summary>
    /// <param name="session">Where.</param>
    /// <param name="plan">A plan of this session.</param>
    /// <param name="notices">Takes warnings and verbose text.</param>
    /// <param name="cancellation">Ends the work; what is written stays written.</param>
    /// <exception cref="FailureException">Refused, changed meanwhile, or not as written afterwards.</exception>
    Task<ListmonkSettingChange> ApplyAsync(ListmonkSession session, SettingChangePlan plan, INoticeSink notices, CancellationToken cancellation);
}
