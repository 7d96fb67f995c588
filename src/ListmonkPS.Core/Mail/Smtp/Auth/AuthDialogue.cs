using System.Security.Cryptography;
using System.Text;
using ListmonkPS.Core.Mail.Smtp.Wire;

namespace ListmonkPS.Core.Mail.Smtp.Auth;

/// <summary>The log-in by each of the mechanisms that listmonk knows. One attempt; the last reply is the verdict.</summary>
/// <param name="wire">The connection.</param>
/// <param name="transcript">Is told what to hide before it is sent.</param>
/// <param name="secret">User and password.</param>
internal sealed class AuthDialogue(SmtpWire wire, Transcript transcript, AuthSecret secret)
{
    /// <summary>Two questions and a verdict; a server that goes on asking is broken.</summary>
    private const int MostQuestions = 2;

    /// <summary>True when the server's LOGIN questions are not the two that listmonk's library understands.</summary>
    public bool HasOddQuestions { get; private set; }

    /// <summary>Logs in.</summary>
    /// <param name="mechanism">How; not None.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public Task<WireReply> RunAsync(SmtpAuthMechanism mechanism, CancellationToken cancellation)
    {
        transcript.Hide(secret.Forms);
        return mechanism switch
        {
            SmtpAuthMechanism.Login => LoginAsync(cancellation),
            SmtpAuthMechanism.CramMd5 => CramMd5Async(cancellation),
            _ => wire.AskAsync(SmtpCommand.Auth("PLAIN", secret.PlainResponse), cancellation),
        };
    }

    private async Task<WireReply> LoginAsync(CancellationToken cancellation)
    {
        WireReply reply = await wire.AskAsync(SmtpCommand.Plain("AUTH LOGIN"), cancellation);
        foreach ((string question, string answer) in new[] { ("Username:", secret.User), ("Password:", secret.Password) })
        {
            if (!reply.IsIntermediate)
                return reply;
            HasOddQuestions |= Question(reply) != question;
            reply = await wire.AskAsync(SmtpCommand.AuthAnswer(AuthSecret.Base64(answer)), cancellation);
        }

        return reply;
    }

    private async Task<WireReply> CramMd5Async(CancellationToken cancellation)
    {
        WireReply reply = await wire.AskAsync(SmtpCommand.Plain("AUTH CRAM-MD5"), cancellation);
        for (int asked = 0; reply.IsIntermediate && asked < MostQuestions; asked++)
        {
            string answer = AuthSecret.Base64($"{secret.User} {Digest(Question(reply))}");
            transcript.Hide(answer);
            reply = await wire.AskAsync(SmtpCommand.AuthAnswer(answer), cancellation);
        }

        return reply;
    }

#pragma warning disable CA5351 // RFC 2195 demands HMAC-MD5; a server that offers nothing else is to be tested as it is.
    private string Digest(string challenge) =>
        Convert.ToHexString(HMACMD5.HashData(Encoding.UTF8.GetBytes(secret.Password), Encoding.UTF8.GetBytes(challenge))).ToLowerInvariant();
#pragma warning restore CA5351

    private static string Question(WireReply reply)
    {
        string words = reply.Words.LastOrDefault("").Trim();
        byte[] bytes = new byte[words.Length];
        return Convert.TryFromBase64String(words, bytes, out int length) ? Encoding.UTF8.GetString(bytes, 0, length) : words;
    }

}
