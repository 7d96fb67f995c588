using System.Diagnostics;

namespace ListmonkPS.TestBench.Shells;

/// <summary>A real PowerShell and how it is started.</summary>
/// <param name="FileName">Program to start.</param>
/// <param name="LeadingArguments">What comes before PowerShell's own arguments: its DLL when dotnet runs it.</param>
/// <param name="Version">Its version.</param>
public sealed record Pwsh(string FileName, IReadOnlyList<string> LeadingArguments, Version Version)
{
    /// <summary>A start of it without the user's profile and without questions. Nothing secret may stand in the arguments: all can read them.</summary>
    /// <param name="arguments">Arguments for PowerShell, for example -File and a path.</param>
    public ProcessStartInfo Start(params IEnumerable<string> arguments) =>
        new(FileName, [.. LeadingArguments, "-NoLogo", "-NoProfile", "-NonInteractive", .. arguments]);
}
