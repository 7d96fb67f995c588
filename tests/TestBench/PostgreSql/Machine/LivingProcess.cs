using System.Diagnostics;

namespace ListmonkPS.TestBench.PostgreSql.Machine;

/// <summary>Tells living processes from dead ones that nobody has fetched yet: in a container without an init those stay for ever.</summary>
public static class LivingProcess
{
    /// <summary>Whether the process runs.</summary>
    public static bool IsAlive(int processId)
    {
        using Process? process = Find(processId);
        return process is not null;
    }

    /// <summary>The process, if it runs.</summary>
    internal static Process? Find(int processId)
    {
        try
        {
            Process process = Process.GetProcessById(processId);
            return process.Threads.Cast<ProcessThread>().Any(thread => thread.ThreadState != System.Diagnostics.ThreadState.Terminated) ? process : null;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return null; // There is no such process, or it ended while it was looked at.
        }
    }
}
