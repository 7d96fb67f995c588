using System.Diagnostics;
using System.Globalization;
using ListmonkPS.TestBench.PostgreSql.Machine;

namespace ListmonkPS.TestBench.PostgreSql.Running;

/// <summary>The file postmaster.pid of a data folder. After a crash it names a process that is gone, and whose number another may have.</summary>
internal static class PidFile
{
    private const int PidLine = 0;
    private const int StartLine = 2; // seconds since 1970

    // The clock may have been set since; another server with the same number started at another time altogether.
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    /// <summary>Whether the very server that wrote the file is running.</summary>
    public static bool IsServed(string data)
    {
        string path = Path.Combine(data, "postmaster.pid");
        string[] lines = File.Exists(path) ? File.ReadAllLines(path) : [];
        return lines.Length > StartLine
            && int.TryParse(lines[PidLine], CultureInfo.InvariantCulture, out int pid)
            && long.TryParse(lines[StartLine], CultureInfo.InvariantCulture, out long seconds)
            && IsRunning(pid, DateTimeOffset.FromUnixTimeSeconds(seconds));
    }

    private static bool IsRunning(int pid, DateTimeOffset start)
    {
        using Process? process = LivingProcess.Find(pid);
        return process is { ProcessName: "postgres" } && (process.StartTime - start.LocalDateTime).Duration() < Tolerance;
    }
}
