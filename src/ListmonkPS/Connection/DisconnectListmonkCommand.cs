using System.Management.Automation;
using ListmonkPS.Shell;
using ListmonkPS.Shell.Bridge;
using ListmonkPS.Shell.Sessions;

namespace ListmonkPS;

/// <summary>Closes the connections of sessions and forgets them.</summary>
/// <remarks>Nothing on the server changes. When the default session is closed, there is none until the next Connect-Listmonk.</remarks>
[Cmdlet(VerbsCommunications.Disconnect, "Listmonk")]
[OutputType(typeof(void))]
public sealed class DisconnectListmonkCommand : SessionCmdlet
{
    private protected override async Task RunAsync(ListmonkSession session, Work work, CancellationToken stop)
    {
        await work.OnPipelineAsync(_ => SessionTable.OfRunspace().Remove(session), stop);
        await Core.Connections.DisconnectAsync(session).WaitAsync(stop);
    }
}
