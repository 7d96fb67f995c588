using ListmonkPS.Core.Mail.Smtp.Tls;
using ListmonkPS.Core.Mail.Smtp.Wire;

namespace ListmonkPS.Core.Mail.Smtp.Stages;

/// <summary>The change to TLS: by STARTTLS, or from the first byte.</summary>
internal static class TlsStage
{
    /// <summary>Begins TLS at once.</summary>
    public static Task<StageOutcome> ImplicitAsync(Dialogue dialogue, CancellationToken cancellation) => ChangeAsync(dialogue, null, null, cancellation);

    /// <summary>Asks for STARTTLS, then changes.</summary>
    public static async Task<StageOutcome> StartTlsAsync(Dialogue dialogue, CancellationToken cancellation)
    {
        if (!dialogue.Capabilities.HasStartTls)
            return StageOutcome.Fail(Texts.Format("smtp.trouble.no-starttls"), StageVerdict.Client("NoStartTls"));
        const string Command = "STARTTLS";
        WireReply reply = await dialogue.Wire.AskAsync(SmtpCommand.Plain(Command), cancellation);
        if (reply.Code != 220)
            return StageOutcome.Refused(Command, reply);
        // What came in the clear after the 220 would count as said inside TLS (RFC 3207 section 6).
        dialogue.Wire.RefuseEarlyBytes();
        return await ChangeAsync(dialogue, Command, reply, cancellation);
    }

    private static async Task<StageOutcome> ChangeAsync(Dialogue dialogue, string? command, WireReply? reply, CancellationToken cancellation)
    {
        try
        {
            dialogue.Tls = await TlsHandshake.RunAsync(dialogue.Wire.Stream, dialogue.Target.Server, dialogue.Target.Authorities, cancellation);
        }
        catch (Exception exception) when (exception is WireException or OperationCanceledException)
        {
            dialogue.Wire.Abandon();
            if (exception is WireException { Trouble: WireTrouble.PlainInTls })
                dialogue.Capabilities = dialogue.ClearCapabilities = await PortSpeech.OffersInTheClearAsync(dialogue, cancellation);
            throw;
        }

        dialogue.Wire.Encrypt(dialogue.Tls.Stream);
        // What was offered in the clear may have been put in by anybody (RFC 3207 section 4.2).
        dialogue.Capabilities = Capabilities.None;
        string summary = $"{dialogue.Tls.Protocol}, {dialogue.Tls.CipherSuite}";
        dialogue.Transcript.Happened(summary);
        return StageOutcome.Pass(summary, command, reply);
    }
}
