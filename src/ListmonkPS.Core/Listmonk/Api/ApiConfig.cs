using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Versions;

namespace ListmonkPS.Core.Listmonk.Api;

/// <summary>What GET /api/config tells of a server.</summary>
/// <param name="VersionText">Version as the server tells it, made harmless.</param>
/// <param name="Version">The same, when it holds a version number.</param>
/// <param name="NeedsRestart">True when settings were stored that the running process has not loaded (G26). An edit by SQL does not set it.</param>
/// <param name="Loaded">Values that the process runs with, by settings key: of a few settings only, more of them in newer versions (contract 4.3).</param>
internal sealed record ApiConfig(string VersionText, ListmonkVersion? Version, bool NeedsRestart, IReadOnlyDictionary<string, JsonNode?> Loaded);
