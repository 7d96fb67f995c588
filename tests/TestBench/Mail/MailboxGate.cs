using SmtpServer;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace ListmonkPS.TestBench.Mail;

/// <summary>Lets senders and recipients through, or gives the refusal of the moment.</summary>
internal sealed class MailboxGate(Func<SinkRefusal?> refusal) : MailboxFilter
{
    public override Task<bool> CanAcceptFromAsync(ISessionContext context, IMailbox from, int size, CancellationToken cancellationToken)
    {
        Pass(SinkStage.MailFrom);
        return Task.FromResult(true);
    }

    public override Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from, CancellationToken token)
    {
        Pass(SinkStage.RcptTo);
        return Task.FromResult(true);
    }

    private void Pass(SinkStage stage)
    {
        if (refusal() is { } reply && reply.Stage == stage)
            throw new SmtpResponseException(new SmtpResponse((SmtpReplyCode)reply.Code, reply.Text));
    }
}
