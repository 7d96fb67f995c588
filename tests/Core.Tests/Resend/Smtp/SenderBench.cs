using ListmonkPS.Core.Mail.Composing;
using ListmonkPS.Core.Mail.Sending;
using ListmonkPS.Core.Mail.Smtp.Auth;
using ListmonkPS.Core.Resend.Due;
using ListmonkPS.Core.Resend.Smtp;
using ListmonkPS.TestBench.Smtp;
using MimeKit;

namespace ListmonkPS.Core.Tests.Resend.Smtp;

/// <summary>Senders over a scripted mail server.</summary>
internal static class SenderBench
{
    public static readonly DateTimeOffset Now = new(2025, 5, 8, 12, 0, 0, TimeSpan.Zero);

    public static OptInRecipient Anna { get; } = Person(4711, "anna.b@example.org", "Anna Berg");

    public static OptInRecipient Person(int id, string email, string name) => new(
        id, new Guid(id, 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 1), email, name,
        [new WaitingList(1, new Guid("11111111-0000-4000-8000-000000000001"), "Weekly", true), new WaitingList(2, new Guid("22222222-0000-4000-8000-000000000002"), "Secret", false)]);

    public static SmtpAccount Account(int port) => new()
    {
        Host = "127.0.0.1",
        Port = port,
        Tls = SmtpTlsMode.None,
        Mechanism = SmtpAuthMechanism.Plain,
        Secret = new AuthSecret("news@example.org", "correct horse battery"),
        Connections = 8,
        Timeout = TimeSpan.FromMinutes(1),
    };

    public static SenderIdentity Identity { get; } = new(
        new MailboxAddress("News", "news@example.org"), "https://lists.example.org", "Example News", HasListmonkHeaders: true, HasUnsubscribeHeader: true,
        new BlockHeaders([], null, []));

    public static SmtpOptInSender Sender(
        ScriptedSmtpServer server, SenderIdentity? identity = null, string? redirectTo = null, SmtpAccount? account = null, TimeProvider? time = null, string run = "r1") =>
        Sender(account ?? Account(server.Port), identity ?? Identity, redirectTo, time, run);

    public static SmtpOptInSender Sender(SmtpAccount account, SenderIdentity identity, string? redirectTo = null, TimeProvider? time = null, string run = "r1") =>
        new(new SmtpSending(new SenderSetup(account, identity), TemplateReader.Shipped(), redirectTo), run, account.Connections, time ?? TimeProvider.System);

    /// <summary>A message as the server has it.</summary>
    public static MimeMessage Parse(string message)
    {
        using MemoryStream stream = new(System.Text.Encoding.UTF8.GetBytes(message));
        return MimeMessage.Load(stream);
    }
}
