using System.Management.Automation;
using ListmonkPS.Shell;
using ListmonkPS.Shell.Bridge;
using ListmonkPS.Shell.Sessions;
using ListmonkPS.Shell.Times;

namespace ListmonkPS;

/// <summary>Reads the logs of listmonk and of the mail server on its machine: each line classed, failures of mail with what the reply means, merged by time.</summary>
/// <remarks>
/// It reads only: listmonk's own log in memory by the API, the container by the Docker Engine API, the systemd journal by journalctl, files, and the log of a local relay (Postfix, Exim), where each mail
/// is followed by its queue id to its end. Passwords, tokens and confirm links in it are taken out. An empty log proves nearly nothing, and that is said.
/// </remarks>
[Cmdlet(VerbsCommon.Get, "ListmonkLog")]
[OutputType(typeof(LogEntry))]
public sealed class GetListmonkLogCommand : SessionCmdlet
{
    private string[] _paths = [];

    /// <summary>Where to read: Api, Docker, Journal, File, Relay. Default: Api; with LogPath the files, of which the lines tell whether they are listmonk's or a relay's.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public LogSource[] Source { get; set; } = [];

    /// <summary>Files to read (wildcards work), also packed with gzip; with Source Journal those that end in .journal.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("FullName")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] LogPath { get; set; } = [];

    /// <summary>Container of listmonk, by name or id. Default: the one whose image is called listmonk.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Container { get; set; }

    /// <summary>Where Docker listens: unix:///path, tcp://host:port. Default: the variable DOCKER_HOST, else the usual socket.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? DockerHost { get; set; }

    /// <summary>systemd unit, with wildcards. Default: listmonk*.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string? Unit { get; set; }

    /// <summary>Only what is about opt-in mail, or may be: where the text does not tell, as in a relay's log, the entry stays.</summary>
    [Parameter]
    public SwitchParameter OptInOnly { get; set; }

    /// <summary>Only entries whose message matches this regular expression; case does not count.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Pattern { get; set; }

    /// <summary>Only what was written at or after this time: 2025-04-20, '2025-04-20 14:02' (local), or a span back from now such as 15m, 2d, 1h30m.</summary>
    [Parameter]
    [TimeTransformation]
    public DateTimeOffset? Since { get; set; }

    /// <summary>Goes on with what is written from now on, until Ctrl+C: over rotation of files, and over reloads of the server.</summary>
    [Parameter]
    public SwitchParameter Follow { get; set; }

    /// <summary>Time zone of stamps that tell none, such as UTC or Europe/Berlin: listmonk writes the local time of its process. Default: that of this machine.</summary>
    [Parameter]
    [TimeZoneTransformation]
    [ValidateNotNull]
    public TimeZoneInfo? TimeZone { get; set; }

    /// <summary>Seconds that an answer of Docker may take.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    [PSDefaultValue(Help = "15")]
    public int TimeoutSeconds { get; set; } = 15;

    /// <summary>The API alone needs a server; for the rest one only tells who still waits.</summary>
    private bool NeedsServer => Source.Contains(LogSource.Api) || (Source.Length == 0 && LogPath.Length == 0);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (Since is { } since)
            WriteVerbose(Texts.Format("notice.time-understood", nameof(Since), since));
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        _paths = [.. LogPath.SelectMany(FilesOf)];
        if (_paths.Length == 0 && LogPath.Length > 0)
            return; // told
        if (Session is null && !NeedsServer && SessionTable.OfRunspace().Default is null)
            Start((work, stop) => ReadAsync(null, work, stop));
        else
            base.ProcessRecord();
    }

    private protected override Task RunAsync(ListmonkSession session, Work work, CancellationToken stop) => ReadAsync(session, work, stop);

    private async Task ReadAsync(ListmonkSession? session, Work work, CancellationToken stop)
    {
        LogRequest request = new()
        {
            Sources = Source,
            Paths = _paths,
            Container = Container,
            DockerHost = DockerHost,
            Unit = Unit,
            OptInOnly = OptInOnly,
            Pattern = Pattern,
            Since = Since,
            Follow = Follow,
            TimeZone = TimeZone,
            Timeout = TimeSpan.FromSeconds(TimeoutSeconds),
        };
        await foreach (LogEntry entry in Core.Logs.ReadAsync(session, request, work.Fail, work, stop).WithCancellation(stop))
            await work.EmitAsync(entry, stop);
    }
}
