using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ListmonkPS.TestBench.PostgreSql.Machine;

/// <summary>The bench as a program of its own: how one of its verbs is started.</summary>
public static class BenchProgram
{
    /// <summary>How to start a verb with all three streams as pipes. In a session of its own, no Ctrl+C of the terminal reaches it.</summary>
    public static ProcessStartInfo Start(IMachine machine, bool ownSession, params IEnumerable<string> verb)
    {
        List<string> words = [DotnetHost(), "exec", typeof(BenchProgram).Assembly.Location, .. verb];
        if (ownSession && SearchPath.Program(machine, "setsid") is string setsid) words.Insert(0, setsid);
        ProcessStartInfo start = new(words[0], words.Skip(1))
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (OperatingSystem.IsWindows()) start.CreateNewProcessGroup = ownSession;
        return start;
    }

    // A test program is started by its own launcher, so the path of this process does not tell where dotnet is; its runtime does:
    // <dotnet>/shared/Microsoft.NETCore.App/<version>/.
    private static string DotnetHost() => Path.GetFullPath(Path.Combine(
        RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
}
