using ListmonkPS.Core.Mail.Smtp.Wire;

namespace ListmonkPS.Core.Mail.Smtp.Stages;

/// <summary>RSET where a transaction is open, so that nothing is sent, then QUIT.</summary>
internal static class QuitStage
{
    /// <summary>Takes leave.</summary>
    public static async Task<StageOutcome> RunAsync(Dialogue dialogue, CancellationToken cancellation)
    {
        if (dialogue.IsInTransaction)
        {
            WireReply reset = await dialogue.Wire.AskAsync(SmtpCommand.Plain("RSET"), cancellation);
            if (!reset.IsPositive)
                return StageOutcome.Refused("RSET", reset) with { Status = CheckStatus.Warning };
            dialogue.IsInTransaction = false;
        }

        WireReply reply = await dialogue.Wire.AskAsync(SmtpCommand.Plain("QUIT"), cancellation);
        return reply.IsPositive ? StageOutcome.Pass("", "QUIT", reply) : StageOutcome.Refused("QUIT", reply) with { Status = CheckStatus.Warning };
    }
}
