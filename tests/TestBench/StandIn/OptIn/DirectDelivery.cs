using ListmonkPS.TestBench.StandIn.Log;

using ListmonkPS.TestBench.StandIn.Smtp;
namespace ListmonkPS.TestBench.StandIn.OptIn;

/// <summary>Since v5: the mail is sent within the request. A caller who goes away ends nothing; only the end of the process does.</summary>
internal sealed class DirectDelivery(SmtpServers servers, LogRing log, CancellationToken lifetime) : IMailDelivery
{
    /// <inheritdoc />
    public async Task HandOverAsync(OutgoingMail mail)
    {
        try
        {
            await servers.SendAsync(mail, lifetime);
        }
        catch (SendFailureException e)
        {
            log.Write("notifs.go:97", $"error sending admin notification ({mail.Subject}): {e.Message}");
            throw;
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
