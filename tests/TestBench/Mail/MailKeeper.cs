using System.Buffers;
using MimeKit;
using SmtpServer;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace ListmonkPS.TestBench.Mail;

/// <summary>Takes a message after the final dot, unless the refusal of the moment is for that stage.</summary>
internal sealed class MailKeeper(Func<SinkRefusal?> refusal, Action<ReceivedMail> keep, TimeProvider time) : MessageStore
{
    public override async Task<SmtpResponse> SaveAsync(
        ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
    {
        if (refusal() is { Stage: SinkStage.Data } reply)
            return new SmtpResponse((SmtpReplyCode)reply.Code, reply.Text);
        byte[] raw = buffer.ToArray();
        using MemoryStream stream = new(raw);
        MimeMessage message = await MimeMessage.LoadAsync(stream, cancellationToken);
        keep(new ReceivedMail(
            Address(transaction.From),
            [.. transaction.To.Select(Address)],
            context.Authentication.IsAuthenticated ? context.Authentication.User : null,
            raw,
            message,
            time.GetUtcNow()));
        return SmtpResponse.Ok;
    }

    private static string Address(IMailbox mailbox) => mailbox.User.Length == 0 ? "" : $"{mailbox.User}@{mailbox.Host}";
}
