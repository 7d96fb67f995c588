using System.Diagnostics;

namespace ListmonkPS.Core.Resend.Ledger.Postgres;

/// <summary>One process that works on a run.</summary>
/// <param name="Id">Of this opening of the ledger.</param>
/// <param name="Host">Name of the machine.</param>
/// <param name="ProcessId">Number of the process.</param>
/// <param name="ProcessStart">When it was started, in ticks: numbers of processes are used again.</param>
internal sealed record WorkerIdentity(Guid Id, string Host, int ProcessId, long ProcessStart)
{
    /// <summary>This process.</summary>
    public static WorkerIdentity OfThisProcess()
    {
        using Process process = Process.GetCurrentProcess();
        return new WorkerIdentity(Guid.NewGuid(), Environment.MachineName, process.Id, process.StartTime.ToUniversalTime().Ticks);
    }

    /// <summary>
    /// True when it ran on this machine and is no more. Where that is wrong (two containers of one host name), nothing is sent twice: whoever lost a claim is
    /// refused at the begin of the next mail.
    /// </summary>
    public bool IsGone()
    {
        if (Host != Environment.MachineName)
            return false;
        try
        {
            using Process process = Process.GetProcessById(ProcessId);
            return process.StartTime.ToUniversalTime().Ticks != ProcessStart;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return exception is not System.ComponentModel.Win32Exception; // that one lives, and is somebody else's
        }
    }
}
