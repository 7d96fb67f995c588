namespace ListmonkPS;

/// <summary>Settings that were found and names that were not.</summary>
/// <param name="Settings">The settings, by name.</param>
/// <param name="Failures">One failure for each name without a wildcard that does not exist.</param>
public sealed record SettingReading(IReadOnlyList<ListmonkSetting> Settings, IReadOnlyList<Failure> Failures);
