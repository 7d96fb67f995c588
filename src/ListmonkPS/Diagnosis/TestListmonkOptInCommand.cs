using System.Management.Automation;
using ListmonkPS.Shell;
using ListmonkPS.Shell.Bridge;
using ListmonkPS.Shell.Sessions;

namespace ListmonkPS;

/// <summary>Finds out why opt-in mails do not come: runs every check that the access allows, side by side, and ranks what it found.</summary>
/// <remarks>It reads only. The root cause comes first, with evidence, remedy and the number of people waiting.</remarks>
[Cmdlet(VerbsDiagnostic.Test, "ListmonkOptIn")]
[OutputType(typeof(ListmonkCheck), typeof(bool))]
public sealed class TestListmonkOptInCommand : SessionCmdlet
{
    private ListmonkSession? _default;
    private string? _mailPath;
    private string[] _logPaths = [];
    private int _asked;
    private int _sound;

    /// <summary>Only checks with one of these outcomes. Default: all.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public CheckStatus[] Status { get; set; } = [];

    /// <summary>User and password for SMTP servers whose password is not known: the API masks it, the database shows it. Each serves those of its user name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public PSCredential[] SmtpCredential { get; set; } = [];

    /// <summary>
    /// DNS servers as address, address:port or [v6]:port. The first is asked; the others only to tell whether they say something else (inside and
    /// outside of a network). Default: those of this machine.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] DnsServer { get; set; } = [];

    /// <summary>File of a mail as it arrived, with all headers: it shows the sending address, the envelope and the signatures, which are inferred else.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? MailPath { get; set; }

    /// <summary>Log files (wildcards work), also packed with gzip: listmonk's output, whose memory by the API is emptied at every reload, or a relay's log.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] LogPath { get; set; } = [];

    /// <summary>Seconds that reading one fact may take.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    [PSDefaultValue(Help = "10")]
    public int TimeoutSeconds { get; set; } = 10;

    /// <summary>Returns true when no check failed on any of the servers, else false.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _default = SessionTable.OfRunspace().Default;
        _logPaths = [.. LogPath.SelectMany(FilesOf)];
        _mailPath = MailPath is null ? null : GetUnresolvedProviderPathFromPSPath(MailPath);
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
        IReadOnlyList<CheckStatus> wanted = Quiet ? [CheckStatus.Fail] : Status;
        DiagnosisOptions options = new()
        {
            Timeout = TimeSpan.FromSeconds(TimeoutSeconds),
            Status = wanted,
            SmtpCredentials = [.. SmtpCredential.Select(LogIn.Of)],
            Dns = new DnsOptions { Servers = DnsServer },
            MailPath = _mailPath,
            LogPaths = _logPaths,
            NamesSession = !ReferenceEquals(session, _default),
        };
        IReadOnlyList<ListmonkCheck> checks = await Core.Diagnosis.RunAsync(session, options, work, stop);
        if (checks.All(check => check.Status is not CheckStatus.Fail))
            Interlocked.Increment(ref _sound);
        if (!Quiet)
            await work.EmitAllAsync(checks, stop);
    }
}
