using System.Net;
using ListmonkPS.Core.Listmonk.Versions;
using ListmonkPS.Core.Mail.Smtp.Auth;
using ListmonkPS.Core.Mail.Smtp.Stages;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Evidence.Smtp;

/// <summary>What is asked of the server of each block: as listmonk would, with the password where it is known.</summary>
/// <param name="request">What was asked for.</param>
/// <param name="quirks">What this version of listmonk does differently.</param>
/// <param name="fromEmail">The setting app.from_email; null when it is not known.</param>
internal sealed class BlockTargets(SmtpBlockRequest request, Quirks quirks, string? fromEmail)
{
    /// <summary>What is asked of a block's server.</summary>
    /// <exception cref="FailureException">An address or host name is none.</exception>
    public SmtpTarget Of(SmtpBlock block) => new()
    {
        Server = block.Host,
        Port = block.Port,
        Tls = block.Tls(quirks),
        SkipCertificateCheck = block.SkipsVerification,
        Mechanism = block.HasKnownAuthProtocol ? block.Mechanism : null,
        Secret = SecretOf(block),
        HelloName = request.HelloName is { } name ? MailAddresses.Host(name) : block.HelloName,
        From = MailAddresses.Read(request.From) ?? MailAddresses.Find(block.ReturnPath) ?? MailAddresses.Find(fromEmail),
        To = MailAddresses.Read(request.To),
        Send = request.Send,
        Timeout = request.Timeout,
    };

    /// <summary>Warns of log-ins that no block asks for: a user name may be misspelt.</summary>
    public void TellUnused(IReadOnlyList<SmtpBlock> blocks, INoticeSink notices)
    {
        foreach (NetworkCredential credential in request.Credentials.Where(given => !blocks.Any(block => block.User == given.UserName)))
        {
            string users = string.Join(", ", blocks.Select(block => HarmlessText.Of(block.User)).Where(user => user.Length > 0).Distinct());
            notices.Warning(Texts.Format("notice.smtp.credential-unused", HarmlessText.Of(credential.UserName), users));
        }
    }

    private AuthSecret? SecretOf(SmtpBlock block)
    {
        NetworkCredential? given = request.Credentials.FirstOrDefault(credential => credential.UserName == block.User);
        return given is not null ? new AuthSecret(given.UserName, given.Password)
            : block.Password is { } password ? new AuthSecret(block.User, password)
            : null;
    }
}
