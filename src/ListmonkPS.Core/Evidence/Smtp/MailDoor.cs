using System.Net;
using System.Runtime.CompilerServices;
using ListmonkPS.Core.Listmonk.Settings.Catalogue;
using ListmonkPS.Core.Listmonk.Settings.Reading;
using ListmonkPS.Core.Mail.Replies;
using ListmonkPS.Core.Mail.Smtp;
using ListmonkPS.Core.Mail.Smtp.Auth;
using ListmonkPS.Core.Mail.Smtp.Stages;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Evidence.Smtp;

/// <summary>Mail servers, given by name or by a listmonk server's settings.</summary>
/// <param name="time">Clock.</param>
internal sealed class MailDoor(TimeProvider time) : IMailDoor
{
    private const int PlainPort = 25;
    private const int SubmissionPort = 587;
    private const int ImplicitPort = 465;

    private readonly ReplyClassifier _classifier = new();

    /// <inheritdoc/>
    public SmtpReply Classify(string text, SmtpStageName? stage, string? server) => _classifier.Classify(text, new ReplyContext(stage, server));

    /// <inheritdoc/>
    public Task<SmtpTest> TestServerAsync(SmtpServerRequest request, CancellationToken cancellation)
    {
        SmtpTlsMode tls = request.Tls ?? request.Port switch
        {
            ImplicitPort => SmtpTlsMode.Implicit,
            PlainPort => SmtpTlsMode.None,
            _ => SmtpTlsMode.StartTls,
        };
        return TalkAsync(
            new SmtpTarget
            {
                Server = MailAddresses.Host(request.Server),
                Port = request.Port ?? UsualPort(tls),
                Tls = tls,
                Secret = SecretOf(request.Credential),
                Mechanism = request.Mechanism ?? (request.Credential is null ? SmtpAuthMechanism.None : null),
                From = MailAddresses.Read(request.From),
                To = MailAddresses.Read(request.To),
                Send = request.Send,
                HelloName = MailAddresses.Host(request.HelloName ?? "localhost"),
                SkipCertificateCheck = request.SkipCertificateCheck,
                Timeout = request.Timeout,
            },
            cancellation);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<SmtpTest> TestBlocksAsync(
        ListmonkSession session, SmtpBlockRequest request, INoticeSink notices, [EnumeratorCancellation] CancellationToken cancellation)
    {
        SettingAccess access = SettingAccess.Of(session);
        SettingSnapshot snapshot = await SettingReader.ReadExactAsync(access, notices, cancellation);
        IReadOnlyList<SmtpBlock> blocks = SmtpBlock.Of(snapshot.Values.GetValueOrDefault(SettingKeys.Smtp));
        SmtpBlock[] enabled = [.. blocks.Where(block => block.IsEnabled)];
        if (enabled.Length == 0)
            throw new FailureException(MailFailures.NoSmtpEnabled(session.Name, blocks.Count));
        BlockTargets targets = new(request, access.Server.Quirks, TextOf(snapshot, SettingKeys.FromEmail));
        targets.TellUnused(enabled, notices);
        List<Task<SmtpTest>> tests = Begin(access, targets, enabled, request, cancellation);
        for (int index = 0; index < tests.Count; index++)
        {
            SmtpTest test = await tests[index];
            string block = HarmlessText.Of(enabled[index * enabled.Length / tests.Count].Name);
            yield return test with { Block = block, Session = session.Name, Siblings = tests.Count, IsFirst = index == 0 };
        }
    }

    /// <summary>Each block is another server or account: they do not wait for each other. What listmonk sees follows what is seen from here.</summary>
    private List<Task<SmtpTest>> Begin(
        SettingAccess access, BlockTargets targets, IReadOnlyList<SmtpBlock> blocks, SmtpBlockRequest request, CancellationToken cancellation)
    {
        ServerSideTest? serverSide = request.FromServer ? new ServerSideTest(access, time, _classifier) : null;
        List<Task<SmtpTest>> tests = [];
        foreach (SmtpBlock block in blocks)
        {
            SmtpTarget target = targets.Of(block);
            tests.Add(TalkAsync(target, cancellation));
            if (serverSide is not null)
                tests.Add(serverSide.RunAsync(block, target, cancellation));
        }

        return tests;
    }

    private static string? TextOf(SettingSnapshot snapshot, string key) =>
        snapshot.Values.GetValueOrDefault(key) is System.Text.Json.Nodes.JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static AuthSecret? SecretOf(NetworkCredential? credential) => credential is null ? null : new AuthSecret(credential.UserName, credential.Password);

    private static int UsualPort(SmtpTlsMode tls) => tls switch
    {
        SmtpTlsMode.Implicit => ImplicitPort,
        SmtpTlsMode.StartTls => SubmissionPort,
        _ => PlainPort,
    };

    private Task<SmtpTest> TalkAsync(SmtpTarget target, CancellationToken cancellation) => new SmtpConversation(time, _classifier).RunAsync(target, cancellation);
}
