using System.Management.Automation;
using System.Net;
using ListmonkPS.Shell;
using ListmonkPS.Shell.Bridge;
using ListmonkPS.Shell.Sessions;

namespace ListmonkPS;

/// <summary>
/// Connects to a listmonk server by its API, its database or both, proves each access and returns a session.
/// </summary>
/// <remarks>
/// It reads only. A server that does not answer still gives a session, with the reason in Problem, and one error for each access that failed.
/// The session becomes the default of the other commands unless several were connected in one pipeline. One of the same name is replaced and closed.
/// </remarks>
[Cmdlet(VerbsCommunications.Connect, "Listmonk")]
[OutputType(typeof(ListmonkSession))]
public sealed class ConnectListmonkCommand : ListmonkCmdlet
{
    private ListmonkSession? _defaultBefore;
    private int _connected;

    /// <summary>Base address of the server, http or https; the address of a page of its admin interface will do. No user or password in it.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? Uri { get; set; }

    /// <summary>User and token of the API; on listmonk v3 the admin's name and password.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Credential]
    public PSCredential? Credential { get; set; }

    /// <summary>Npgsql connection string of listmonk's database, without a password in it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? ConnectionString { get; set; }

    /// <summary>Role and password for the database, if the connection string, the configuration or a PostgreSQL password file has none.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Credential]
    public PSCredential? DatabaseCredential { get; set; }

    /// <summary>Path of listmonk's config.toml; its database is used, with the LISTMONK_ environment variables over it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? ConfigPath { get; set; }

    /// <summary>Name for the session. Default: the host of the address, else host and name of the database.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>Seconds to wait for each answer, now and in all later use of the session.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    [PSDefaultValue(Help = "15")]
    public int TimeoutSeconds { get; set; } = 15;

    /// <inheritdoc/>
    protected override void BeginProcessing() => _defaultBefore = SessionTable.OfRunspace().Default;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        try
        {
            ConnectRequest request = MakeRequest();
            Start((work, stop) => ConnectAsync(request, work, stop));
        }
        catch (FailureException refused)
        {
            WriteFailure(refused.Failure);
        }
    }

    private ConnectRequest MakeRequest() => new()
    {
        Name = Name,
        Uri = Uri is null ? null : AddressText.Parse(Uri),
        ApiCredential = Login(Credential),
        ConnectionString = ConnectionString,
        DatabaseCredential = Login(DatabaseCredential),
        ConfigPath = ConfigPath is null ? null : FilePath(ConfigPath),
        Timeout = TimeSpan.FromSeconds(TimeoutSeconds),
    };

    private string FilePath(string path)
    {
        string full = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
        return provider.Name == "FileSystem" ? full : throw new FailureException(ShellFailures.PathNotFile(path));
    }

    private static NetworkCredential? Login(PSCredential? credential) =>
        credential is null || credential == PSCredential.Empty ? null : new NetworkCredential(credential.UserName, credential.Password);

    private async Task ConnectAsync(ConnectRequest request, Work work, CancellationToken stop)
    {
        ConnectOutcome outcome = await Core.Connections.ConnectAsync(request, work, stop);
        TaskCompletionSource<ListmonkSession?> replaced = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await work.OnPipelineAsync(cmdlet =>
        {
            replaced.SetResult(Keep(outcome.Session));
            cmdlet.WriteObject(outcome.Session);
        }, stop);
        foreach (Failure failure in outcome.Failures)
            work.Fail(failure);
        if (await replaced.Task.WaitAsync(stop) is { } old)
            await Core.Connections.DisconnectAsync(old);
    }

    /// <summary>The first session of the pipeline becomes the default; a second one takes that back.</summary>
    private ListmonkSession? Keep(ListmonkSession session)
    {
        SessionTable table = SessionTable.OfRunspace();
        ListmonkSession? replaced = table.Add(session);
        _connected++;
        table.Default = _connected == 1 ? session : _defaultBefore;
        return replaced;
    }
}
