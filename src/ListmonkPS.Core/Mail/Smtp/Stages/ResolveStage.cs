using System.Net;
using System.Net.Sockets;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Mail.Smtp.Stages;

/// <summary>Looks the server's name up, both address families.</summary>
internal static class ResolveStage
{
    /// <summary>Resolves.</summary>
    public static async Task<StageOutcome> RunAsync(Dialogue dialogue, CancellationToken cancellation)
    {
        string server = dialogue.Target.Server;
        // An empty name would be this machine.
        if (server.Length == 0 || server.Any(one => char.IsWhiteSpace(one) || char.IsControl(one)))
            return StageOutcome.Fail(Texts.Format("smtp.trouble.no-such-host", HarmlessText.Of(server)), StageVerdict.Client("NoSuchHost"));
        if (IPAddress.TryParse(server, out IPAddress? literal))
        {
            dialogue.Addresses = [literal];
            return StageOutcome.Pass(Texts.Format("smtp.stage.literal"));
        }

        try
        {
            dialogue.Addresses = await System.Net.Dns.GetHostAddressesAsync(server, cancellation);
        }
        catch (SocketException exception) when (exception.SocketErrorCode is SocketError.TryAgain or SocketError.NoRecovery)
        {
            return StageOutcome.Fail(Texts.Format("smtp.trouble.lookup-failed", server), StageVerdict.Client("NameServer", RetryAdvice.Later));
        }
        catch (SocketException)
        {
            return StageOutcome.Fail(Texts.Format("smtp.trouble.no-such-host", server), StageVerdict.Client("NoSuchHost"));
        }

        return dialogue.Addresses.Count > 0
            ? StageOutcome.Pass(string.Join(", ", dialogue.Addresses))
            : StageOutcome.Fail(Texts.Format("smtp.trouble.no-such-host", server), StageVerdict.Client("NoSuchHost"));
    }
}
