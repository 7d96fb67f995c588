using System.Collections;
using System.Management.Automation;
using System.Net;
using ListmonkPS.Connection;
using ListmonkPS.Shell;
using ListmonkPS.Shell.Bridge;
using ListmonkPS.Shell.Completion;
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
    private bool _hasSaved;

    /// <summary>Base address of the server, http or https; the address of a page of its admin interface will do. No user or password in it.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? Uri { get; set; }

    /// <summary>User and token of the API; on listmonk v3 the admin's name and password.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Credential]
    public PSCredential? Credential { get; set; }

    /// <summary>
    /// Gives the credential: a script block that ends with a PSCredential. For each row of a table it gets the row as $_. The credential is the API's, or
    /// the database's where no address is given.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    public ScriptBlock? CredentialScript { get; set; }

    /// <summary>Npgsql connection string of listmonk's database, without a password in it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? ConnectionString { get; set; }

    /// <summary>Host of listmonk's database, instead of a connection string, or in place of the one in the configuration.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? DatabaseHost { get; set; }

    /// <summary>Port of the database. Default: the configuration's, else 5432.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateRange(1, 65535)]
    public int? DatabasePort { get; set; }

    /// <summary>Name of the database. Default: the configuration's, else listmonk.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? DatabaseName { get; set; }

    /// <summary>Role and password for the database, if the connection string, the configuration or a PostgreSQL password file has none.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Credential]
    public PSCredential? DatabaseCredential { get; set; }

    /// <summary>Path of listmonk's config.toml; its database is used, with the LISTMONK_ environment variables over it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? ConfigPath { get; set; }

    /// <summary>Name for the session. Default: the host of the address, else host and name of the database; with the port where it is not the usual one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>Takes any certificate of the API's server, and warns of that. Not for the database.</summary>
    [Parameter]
    public SwitchParameter SkipCertificateCheck { get; set; }

    /// <summary>SHA-256 or SHA-1 thumbprint of the one certificate that the API's server may show; nothing else of it is then checked.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? CertificateThumbprint { get; set; }

    /// <summary>PEM file with your own certificate authorities; they alone may have signed the certificate of the API's server.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? CertificateAuthorityPath { get; set; }

    /// <summary>
    /// Address of the HTTP proxy on the way to the API. Default: the system's (environment variables http_proxy, https_proxy, no_proxy). The database, SMTP and
    /// DNS never use a proxy.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? Proxy { get; set; }

    /// <summary>User and password for the proxy.</summary>
    [Parameter]
    [Credential]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>Goes to the API without any proxy, also without the system's.</summary>
    [Parameter]
    public SwitchParameter NoProxy { get; set; }

    /// <summary>Further headers for every request to the API, as a proxy in front of listmonk may want them: names with their values, which are never shown.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? Headers { get; set; }

    /// <summary>Name of a profile that -SaveProfile wrote. What is given beside it takes precedence; the secrets have to be given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string? Profile { get; set; }

    /// <summary>Saves what was given under this name when each access works, without any password, token or value of a header.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string? SaveProfile { get; set; }

    /// <summary>Seconds to wait for each answer, now and in all later use of the session.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    [PSDefaultValue(Help = "15")]
    public int TimeoutSeconds { get; set; } = 15;

    /// <summary>A row of a table, whose columns are taken by their names and which -CredentialScript gets as $_; or an address.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => _defaultBefore = SessionTable.OfRunspace().Default;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        try
        {
            if (SaveProfile is not null && _hasSaved)
                throw new FailureException(ParameterFailures.SaveProfileTwice(SaveProfile));
            _hasSaved = true;
            ConnectRequest request = MakeRequest(Uri ?? AddressText.Of(InputObject));
            Start((work, stop) => ConnectAsync(request, work, stop));
        }
        catch (FailureException refused)
        {
            WriteFailure(refused);
        }
    }

    private ConnectRequest MakeRequest(string? uri)
    {
        bool isForDatabase = uri is null && Profile is null;
        (PSCredential? credential, PSCredential? databaseCredential) = (Credential, DatabaseCredential);
        if (CredentialScript is not null)
        {
            if ((isForDatabase ? DatabaseCredential : Credential) is not null)
                throw new FailureException(ParameterFailures.ParametersExclude("-CredentialScript", isForDatabase ? "-DatabaseCredential" : "-Credential"));
            PSCredential scripted = ScriptedCredential.Of(CredentialScript, InputObject, Name ?? uri ?? Profile ?? DatabaseHost);
            (credential, databaseCredential) = isForDatabase ? (null, scripted) : (scripted, databaseCredential);
        }

        return new ConnectRequest
        {
            Name = Name,
            Uri = uri is null ? null : AddressText.Parse(uri),
            ApiCredential = Login(credential),
            ConnectionString = ConnectionString,
            DatabaseHost = DatabaseHost,
            DatabasePort = DatabasePort,
            DatabaseName = DatabaseName,
            DatabaseCredential = Login(databaseCredential),
            ConfigPath = FilePath(ConfigPath),
            SkipCertificateCheck = SkipCertificateCheck,
            CertificateThumbprint = CertificateThumbprint,
            CertificateAuthorityPath = FilePath(CertificateAuthorityPath),
            Proxy = Proxy,
            ProxyCredential = Login(ProxyCredential),
            NoProxy = NoProxy,
            Headers = HeaderTable.Of(Headers),
            Profile = Profile,
            SaveProfile = SaveProfile,
            Timeout = TimeSpan.FromSeconds(TimeoutSeconds),
        };
    }

    private string? FilePath(string? path)
    {
        if (path is null)
            return null;
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
