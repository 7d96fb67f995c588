using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Versions;

namespace ListmonkPS.Core.Listmonk.Settings.Catalogue;

/// <summary>Install default that a key had in old versions.</summary>
/// <param name="Before">First version that no longer has it.</param>
/// <param name="Default">The default; null when not known.</param>
internal sealed record EarlierDefault(ListmonkVersion Before, JsonNode? Default);
