namespace ListmonkPS.Core.Listmonk.Database;

/// <summary>One row of the settings table as it is stored, secrets included: never to be shown.</summary>
/// <param name="Key">Key.</param>
/// <param name="Json">The value as JSON text.</param>
/// <param name="UpdatedAt">When it was last changed by key or by SQL; a change of all settings does not touch it (G8).</param>
internal sealed record SettingRow(string Key, string Json, DateTimeOffset? UpdatedAt);
