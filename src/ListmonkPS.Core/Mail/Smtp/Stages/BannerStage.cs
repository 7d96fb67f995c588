using ListmonkPS.Core.Mail.Smtp.Wire;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Mail.Smtp.Stages;

/// <summary>Waits for the greeting. Where none comes, a second connection proves whether the server speaks TLS from the first byte.</summary>
internal static class BannerStage
{
    /// <summary>Waits for the greeting.</summary>
    public static async Task<StageOutcome> RunAsync(Dialogue dialogue, CancellationToken cancellation)
    {
        if (dialogue.Target.Tls == SmtpTlsMode.Implicit)
            return Judge(dialogue, await dialogue.Wire.ReceiveAsync(cancellation));
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task<WireReply> greeting = dialogue.Wire.ReceiveAsync(end.Token);
        // Half of the wait is for a slow greeting alone; in the other half we find out what the port speaks.
        await Task.WhenAny(greeting, Task.Delay(dialogue.Target.Timeout / 2, dialogue.Time, end.Token));
        cancellation.ThrowIfCancellationRequested();
        if (greeting.IsCompletedSuccessfully || !await PortSpeech.IsTlsAsync(dialogue, greeting, cancellation))
            return Judge(dialogue, await greeting);
        await end.CancelAsync();
        await Task.WhenAny(greeting);
        throw new WireException(WireTrouble.TlsInPlain);
    }

    private static StageOutcome Judge(Dialogue dialogue, WireReply reply)
    {
        dialogue.Banner = HarmlessText.Of(string.Join(' ', reply.Words));
        return reply.Code == 220 ? StageOutcome.Pass(dialogue.Banner, reply: reply) : StageOutcome.Refused(null, reply);
    }
}
