using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using ListmonkPS.Core.Evidence.Smtp;
using ListmonkPS.Core.Listmonk.OptIn.Showing;
using ListmonkPS.Core.Listmonk.Settings.Catalogue;
using ListmonkPS.Core.Listmonk.Settings.Reading;
using ListmonkPS.Core.Listmonk.Versions;
using ListmonkPS.Core.Mail.Sending;
using ListmonkPS.Core.Mail.Smtp.Auth;
using ListmonkPS.Core.Safety;
using MimeKit;

namespace ListmonkPS.Core.Resend.Smtp;

/// <summary>Server, log-in and sender of a run, by listmonk's settings.</summary>
/// <param name="Account">Where and how mails are sent.</param>
/// <param name="Identity">Who sends.</param>
internal sealed record SenderSetup(SmtpAccount Account, SenderIdentity Identity)
{
    /// <summary>Reads the settings.</summary>
    /// <param name="access">Where.</param>
    /// <param name="options">How the run sends.</param>
    /// <param name="notices">Takes warnings.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="FailureException">The settings make no mail that could be sent.</exception>
    public static async Task<SenderSetup> ReadAsync(
        SettingAccess access, SmtpSendOptions options, INoticeSink notices, CancellationToken cancellation)
    {
        SettingSnapshot snapshot = await SettingReader.ReadExactAsync(access, notices, cancellation);
        Quirks quirks = access.Server.Quirks;
        string session = access.Session.Name;
        string fromText = TextOf(snapshot, SettingKeys.FromEmail);
        if (!MailboxAddress.TryParse(fromText, out MailboxAddress? from) || from.Domain.Length == 0 || fromText.Any(char.IsControl))
            throw new FailureException(MailFailures.BadFromEmail(session, HarmlessText.Of(fromText)));
        string root = TextOf(snapshot, SettingKeys.RootUrl);
        if (ConfirmLinks.TryMake(root, new Dictionary<int, Guid>()) is null)
            throw new FailureException(SessionFailures.RootUrlUnknown(session));
        IReadOnlyList<SmtpBlock> blocks = SmtpBlock.Of(snapshot.Values.GetValueOrDefault(SettingKeys.Smtp));
        SmtpBlock block = BlockChoice.Choose(blocks, from, quirks.SmtpHasRouting)
            ?? throw new FailureException(MailFailures.NoSmtpEnabled(session, blocks.Count));
        if (block.Mechanism != SmtpAuthMechanism.None && options.Credentials.Count > 0 && options.Credentials.All(credential => credential.UserName != block.User))
            notices.Warning(Texts.Format("notice.resend.credential-unused", HarmlessText.Of(block.User), HarmlessText.Of(block.Name)));
        SenderIdentity identity = new(
            from, root.TrimEnd('/'), TextOf(snapshot, SettingKeys.SiteName), quirks.OptInMailHasHeaders,
            snapshot.Values.GetValueOrDefault(SettingKeys.UnsubscribeHeader)?.GetValueKind() == JsonValueKind.True, BlockHeaders.Read(block, quirks.HeadersAddRecipients));
        return new SenderSetup(AccountOf(block, quirks, options, session), identity);
    }

    private static SmtpAccount AccountOf(SmtpBlock block, Quirks quirks, SmtpSendOptions options, string session)
    {
        SmtpTlsMode tls = block.Tls(quirks);
        AuthSecret? secret = block.Mechanism == SmtpAuthMechanism.None ? null : SecretOf(block, options, session);
        // As in Test-ListmonkSmtp: a password is not sent for all to read, whatever the settings say.
        if (tls == SmtpTlsMode.None && block.Mechanism is SmtpAuthMechanism.Plain or SmtpAuthMechanism.Login && !IsLocal(block.Host))
            throw new FailureException(MailFailures.LogInUnencrypted(HarmlessText.Of(block.Name), block.Host));
        return new SmtpAccount
        {
            Host = MailAddresses.Host(block.Host),
            Port = block.Port,
            Tls = tls,
            SkipCertificateCheck = block.SkipsVerification,
            Authorities = options.Authorities,
            Mechanism = block.Mechanism,
            Secret = secret,
            HelloName = MailAddresses.Host(block.HelloName),
            Timeout = options.Timeout,
        };
    }

    private static AuthSecret SecretOf(SmtpBlock block, SmtpSendOptions options, string session)
    {
        NetworkCredential? given = options.Credentials.FirstOrDefault(credential => credential.UserName == block.User);
        return given is not null ? new AuthSecret(given.UserName, given.Password)
            : block.Password is { } password ? new AuthSecret(block.User, password)
            : throw new FailureException(MailFailures.NeedsSmtpCredential(session, HarmlessText.Of(block.Name), HarmlessText.Of(block.User)));
    }

    private static bool IsLocal(string host) => host == "localhost" || (IPAddress.TryParse(host, out IPAddress? address) && IPAddress.IsLoopback(address));

    private static string TextOf(SettingSnapshot snapshot, string key) =>
        snapshot.Values.GetValueOrDefault(key) is JsonValue value && value.TryGetValue(out string? text) ? text : "";
}
