using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Settings.Addressing;

namespace ListmonkPS.Core.Listmonk.Settings.Writing;

/// <summary>One place of the settings and its new value.</summary>
/// <param name="Target">The place.</param>
/// <param name="Old">Value that was read, as listmonk sees it; masked when a secret was read from the API.</param>
/// <param name="New">Value to be stored; null for JSON null.</param>
/// <param name="IsNeeded">False when the place has the value already.</param>
internal sealed record SettingEdit(SettingTarget Target, JsonNode? Old, JsonNode? New, bool IsNeeded)
{
    /// <summary>True when the value itself is a secret.</summary>
    public bool IsSecret => Target.Leaf?.IsSecret == true;
}
