using System.Diagnostics;

namespace ListmonkPS.Module.Tests;

/// <summary>The environment of a Pester process: nothing of the user's, no way out of this machine.</summary>
internal static class PesterSurroundings
{
    // Port 9 (discard) of this machine: whatever asks a proxy for the outside gets a refusal at once.
    private const string DeadProxy = "http://127.0.0.1:9";

    /// <summary>Sets the variables.</summary>
    /// <param name="start">The process to come.</param>
    /// <param name="folder">A folder of its own, for all state that is written.</param>
    /// <param name="bench">Where the bench's control server is.</param>
    public static void Apply(ProcessStartInfo start, string folder, IReadOnlyDictionary<string, string> bench)
    {
        // PSModulePath would bring an installed ListmonkPS in; the lower-case forms win over those that are set below.
        foreach (string name in (string[])["PSModulePath", "http_proxy", "https_proxy", "no_proxy", "all_proxy", "ALL_PROXY"])
            start.Environment.Remove(name);

        foreach ((string name, string value) in Variables(folder).Concat(bench))
            start.Environment[name] = value;
        start.WorkingDirectory = folder;
    }

    private static Dictionary<string, string> Variables(string folder) => new(StringComparer.Ordinal)
    {
        ["LISTMONKPS_MODULE"] = BuildPaths.ModuleManifest,
        ["LISTMONKPS_HOME"] = Path.Combine(folder, "home"),
        ["XDG_DATA_HOME"] = Path.Combine(folder, "data"),
        ["XDG_STATE_HOME"] = Path.Combine(folder, "state"),
        ["PGPASSFILE"] = Path.Combine(folder, "pgpass"),
        ["HTTP_PROXY"] = DeadProxy,
        ["HTTPS_PROXY"] = DeadProxy,
        ["NO_PROXY"] = "127.0.0.1,localhost",
        ["NO_COLOR"] = "1",
        ["POWERSHELL_TELEMETRY_OPTOUT"] = "1",
        ["POWERSHELL_UPDATECHECK"] = "Off",
        // A process of a few seconds pays for measuring itself and is over before that helps.
        ["DOTNET_TieredPGO"] = "0",
    };
}
