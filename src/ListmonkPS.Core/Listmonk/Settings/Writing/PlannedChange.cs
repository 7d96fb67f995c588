using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Settings.Catalogue;

namespace ListmonkPS.Core.Listmonk.Settings.Writing;

/// <summary>What stands behind a plan: the change with its bare values.</summary>
/// <param name="Key">The setting.</param>
/// <param name="Old">Value that was read; masked when a secret was read from the API.</param>
/// <param name="New">Value to be stored.</param>
/// <param name="Path">How.</param>
/// <param name="Source">Where the old value was read.</param>
/// <param name="Row">The row as JSON text, when the database was read; null when it is missing or the API was read.</param>
internal sealed record PlannedChange(SettingKey Key, JsonNode? Old, JsonNode New, WritePath Path, Access Source, string? Row)
{
    /// <summary>The access by which it is made.</summary>
    public Access Via => Path == WritePath.Database ? Access.Database : Access.Api;
}
