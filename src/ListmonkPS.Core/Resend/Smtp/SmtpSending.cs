using ListmonkPS.Core.Evidence.Smtp;
using ListmonkPS.Core.Listmonk.Settings.Reading;
using ListmonkPS.Core.Mail.Composing;
using ListmonkPS.Core.Safety;
using MimeKit;

namespace ListmonkPS.Core.Resend.Smtp;

/// <summary>All that a run by SMTP needs, checked before anything is written or sent.</summary>
/// <param name="Setup">Server, log-in and sender.</param>
/// <param name="Template">What mails say.</param>
/// <param name="RedirectTo">Address that gets every mail instead of its subscriber; null for none.</param>
internal sealed record SmtpSending(SenderSetup Setup, MailTemplate Template, string? RedirectTo)
{
    /// <summary>Reads settings and template.</summary>
    /// <param name="session">Whose subscribers are mailed.</param>
    /// <param name="options">How.</param>
    /// <param name="notices">Takes warnings.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="FailureException">They make no mail that could be sent.</exception>
    public static async Task<SmtpSending> ReadAsync(ListmonkSession session, SmtpSendOptions options, INoticeSink notices, CancellationToken cancellation)
    {
        MailTemplate template = options.TemplatePath is { } path ? await TemplateReader.ReadAsync(path, cancellation) : TemplateReader.Shipped();
        SenderSetup setup = await SenderSetup.ReadAsync(SettingAccess.Of(session), options, notices, cancellation);
        return new SmtpSending(setup, template, RedirectOf(options.RedirectTo));
    }

    /// <summary>The address, if mails can be composed for it too: .NET takes some that RFC 5322 does not, such as one with a dot before the @.</summary>
    private static string? RedirectOf(string? text) => MailAddresses.Read(text) is not { } address || MailboxAddress.TryParse(address, out _)
        ? MailAddresses.Read(text)
        : throw new FailureException(MailFailures.BadMailAddress(HarmlessText.Of(text)));
}
