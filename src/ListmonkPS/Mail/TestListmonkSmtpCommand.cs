using System.Management.Automation;
using ListmonkPS.Shell;
using ListmonkPS.Shell.Bridge;

namespace ListmonkPS;

/// <summary>Holds the whole conversation with a mail server, step by step, and says what its answers mean.</summary>
/// <remarks>
/// The servers are those of the enabled SMTP blocks in listmonk's settings, or one that is given by name. Every step is shown with its reply and time:
/// name, connection, greeting, offers, TLS, certificate, log-in, sender and recipient. It logs in once and sends no message unless -SendTo is given.
/// </remarks>
[Cmdlet(VerbsDiagnostic.Test, "ListmonkSmtp", DefaultParameterSetName = BlockSet)]
[OutputType(typeof(SmtpTest), typeof(bool))]
public sealed class TestListmonkSmtpCommand : SessionCmdlet
{
    private const string BlockSet = "Block";
    private const string ServerSet = "Server";

    private int _asked;
    private int _sound;

    /// <summary>Host name or address of a mail server. Default: the servers of the enabled SMTP blocks of the session.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ServerSet)]
    [ValidateNotNullOrEmpty]
    public string Server { get; set; } = "";

    /// <summary>Port. Default: the usual one of the encryption, 587, 465 or 25.</summary>
    [Parameter(ParameterSetName = ServerSet)]
    [ValidateRange(1, 65535)]
    public int Port { get; set; }

    /// <summary>Encryption. Default: the usual one of the port: Implicit for 465, None for 25, StartTls for all others.</summary>
    [Parameter(ParameterSetName = ServerSet)]
    public SmtpTlsMode Tls { get; set; }

    /// <summary>User and password of the server that is given by name. Default: no log-in.</summary>
    [Parameter(ParameterSetName = ServerSet)]
    [Credential]
    public PSCredential? Credential { get; set; }

    /// <summary>How to log in. Default: the first that the server offers out of PLAIN, LOGIN and CRAM-MD5.</summary>
    [Parameter(ParameterSetName = ServerSet)]
    public SmtpAuthMechanism AuthMechanism { get; set; }

    /// <summary>Goes on behind a certificate that is not good, as tls_skip_verify does.</summary>
    [Parameter(ParameterSetName = ServerSet)]
    public SwitchParameter SkipCertificateCheck { get; set; }

    /// <summary>The smtp setting, as Get-ListmonkSetting gives it: names the session by its property Session.</summary>
    [Parameter(ValueFromPipeline = true, ParameterSetName = BlockSet)]
    [ValidateNotNull]
    public ListmonkSetting? InputObject { get; set; }

    /// <summary>User and password for SMTP blocks whose password is not known: the API masks it, the database shows it. Each serves the blocks of its user name.</summary>
    [Parameter(ParameterSetName = BlockSet)]
    [ValidateNotNullOrEmpty]
    public PSCredential[] SmtpCredential { get; set; } = [];

    /// <summary>Has listmonk send its own test mail too, since this machine's network is not that of the server. Needs -SendTo and the API.</summary>
    [Parameter(ParameterSetName = BlockSet)]
    public SwitchParameter FromServer { get; set; }

    /// <summary>Sender address. Default: that of app.from_email; with -Server none, and then the conversation ends after the log-in.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? From { get; set; }

    /// <summary>Recipient address that is named, without anything being sent. Default: the sender's own.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? To { get; set; }

    /// <summary>Sends a short test mail to this address: some servers judge sender and message only then.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SendTo { get; set; }

    /// <summary>Name by which this machine greets. Default: hello_hostname of the block; with -Server localhost, as listmonk says it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? HelloName { get; set; }

    /// <summary>Seconds that each step may take.</summary>
    [Parameter]
    [ValidateRange(1, 600)]
    [PSDefaultValue(Help = "10")]
    public int TimeoutSeconds { get; set; } = 10;

    /// <summary>Returns true when every conversation passed, else false.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (FromServer && SendTo is null)
            WriteFailure(MailFailures.FromServerNeedsSendTo());
        else if (ParameterSetName != ServerSet)
            base.ProcessRecord();
        else if (Session is not null)
            WriteFailure(MailFailures.ServerAndSession(Server));
        else
            Start(RunServerAsync);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        if (Quiet)
            WriteObject(_asked > 0 && _sound == _asked);
    }

    private protected override async Task RunAsync(ListmonkSession session, Work work, CancellationToken stop)
    {
        Interlocked.Increment(ref _asked);
        SmtpBlockRequest request = new()
        {
            Credentials = [.. SmtpCredential.Select(LogIn.Of)],
            From = From,
            To = SendTo ?? To,
            Send = SendTo is not null,
            FromServer = FromServer,
            HelloName = HelloName,
            Timeout = TimeSpan.FromSeconds(TimeoutSeconds),
        };
        bool isSound = true;
        await foreach (SmtpTest test in Core.Mail.TestBlocksAsync(session, request, work, stop))
        {
            isSound &= test.Status is CheckStatus.Pass;
            if (!Quiet)
                await work.EmitAsync(test, stop);
        }

        if (isSound)
            Interlocked.Increment(ref _sound);
    }

    private async Task RunServerAsync(Work work, CancellationToken stop)
    {
        Interlocked.Increment(ref _asked);
        SmtpServerRequest request = new()
        {
            Server = Server,
            Port = Port == 0 ? null : Port,
            Tls = MyInvocation.BoundParameters.ContainsKey(nameof(Tls)) ? Tls : null,
            Credential = Credential is null ? null : LogIn.Of(Credential),
            Mechanism = MyInvocation.BoundParameters.ContainsKey(nameof(AuthMechanism)) ? AuthMechanism : null,
            From = From,
            To = SendTo ?? To,
            Send = SendTo is not null,
            HelloName = HelloName,
            SkipCertificateCheck = SkipCertificateCheck,
            Timeout = TimeSpan.FromSeconds(TimeoutSeconds),
        };
        SmtpTest test = await Core.Mail.TestServerAsync(request, stop);
        if (test.Status is CheckStatus.Pass)
            Interlocked.Increment(ref _sound);
        if (!Quiet)
            await work.EmitAsync(test, stop);
    }
}
