using System.Net;
using System.Text.Json;
using ListmonkPS.Core.Listmonk.Connecting;
using ListmonkPS.Core.Tests.Listmonk.Connecting;
using ListmonkPS.TestBench.Network;
using ListmonkPS.TestBench.Worlds;

namespace ListmonkPS.Core.Tests.Listmonk.Profiles;

/// <summary>Saved profiles: no secret in them, private, replaced whole, and clear words when one cannot be used.</summary>
public sealed class ProfileTests : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("listmonkps-").FullName;
    private readonly RecordedNotices _notices = new();

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    private string FolderPath => Path.Combine(_home, "profiles");

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [Fact]
    public async Task What_is_saved_connects_again_and_holds_no_secret()
    {
        await using World world = await World.CreateAsync(ct: Test);
        NetworkCredential login = new("carrier", "Px1-proxy-secret");
        await using ForwardProxy proxy = ForwardProxy.Start(login);
        ConnectRequest whole = new()
        {
            Name = "prod",
            Uri = new Uri(world.Uri, "?token=Qu5-query-secret"),
            ApiCredential = new NetworkCredential(world.ApiReader, world.ApiReaderToken),
            ConnectionString = world.ReadConnectionString,
            DatabaseCredential = new NetworkCredential(world.ReadUser, world.ReadPassword),
            Proxy = proxy.Uri.AbsoluteUri,
            ProxyCredential = login,
            Headers = new Dictionary<string, string> { ["X-Gate-Key"] = "Hd4-header-secret" },
            SaveProfile = "Prod.1",
        };
        Assert.Empty((await ConnectAsync(whole)).Failures);

        string path = Assert.Single(Directory.GetFiles(FolderPath));
        string text = await File.ReadAllTextAsync(path, Test);
        Assert.All([.. world.Secrets, login.Password, "Hd4-header-secret", "Qu5-query-secret"], secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        Assert.Equal(1, JsonDocument.Parse(text).RootElement.GetProperty("version").GetInt32());
        if (!OperatingSystem.IsWindows())
            Assert.Equal((UnixFileMode.UserRead | UnixFileMode.UserWrite, true), (File.GetUnixFileMode(path), File.GetUnixFileMode(FolderPath).HasFlag(UnixFileMode.UserExecute)));
        Assert.Equal(["prod.1"], NewDoor().Profiles);

        int before = proxy.Requests.Count;
        ConnectOutcome again = await ConnectAsync(new ConnectRequest
        {
            Profile = "PROD.1",
            ApiCredential = whole.ApiCredential,
            DatabaseCredential = whole.DatabaseCredential,
            ProxyCredential = whole.ProxyCredential,
            Headers = whole.Headers,
        });
        Assert.Empty(again.Failures);
        Assert.Equal(("prod", true, true), (again.Session.Name, again.Session.HasApi, again.Session.HasDatabase));
        Assert.True(proxy.Requests.Count > before);
        Assert.Equal("Hd4-header-secret", world.Server.Requests[^1].Headers["X-Gate-Key"]);
    }

    [Theory]
    [InlineData("-Credential", "monitor")]
    [InlineData("-DatabaseCredential", "reader")]
    [InlineData("-ProxyCredential", "carrier")]
    [InlineData("-Headers", "X-Gate-Key, X-Other")]
    public async Task A_secret_that_is_missing_is_named_with_its_owner(string parameter, string hint)
    {
        await WriteAsync("prod", """
            {"version":1,"uri":"http://127.0.0.1:1","user":"monitor","databaseHost":"127.0.0.1","databasePort":1,"databaseUser":"reader",
             "proxy":"http://127.0.0.1:1","proxyUser":"carrier","headerNames":["X-Gate-Key","X-Other"]}
            """);
        NetworkCredential any = new("u", "p");
        FailureException exception = await Assert.ThrowsAsync<FailureException>(() => ConnectAsync(new ConnectRequest
        {
            Profile = "prod",
            ApiCredential = parameter == "-Credential" ? null : any,
            DatabaseCredential = parameter == "-DatabaseCredential" ? null : any,
            ProxyCredential = parameter == "-ProxyCredential" ? null : any,
            Headers = parameter == "-Headers" ? new Dictionary<string, string>() : new Dictionary<string, string> { ["x-gate-key"] = "a", ["X-Other"] = "b" },
        }));
        Assert.Equal("ProfileNeedsSecret", exception.Failure.Id);
        Assert.Contains(parameter, exception.Failure.Message, StringComparison.Ordinal);
        Assert.Contains(hint, exception.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_takes_the_place_of_what_it_excludes()
    {
        await using World world = await World.CreateAsync(ct: Test);
        await WriteAsync("prod", """{"version":1,"uri":"https://127.0.0.1:1","proxy":"http://127.0.0.1:1","skipCertificateCheck":true,"connectionString":"Host=127.0.0.1;Port=1"}""");
        ConnectOutcome outcome = await ConnectAsync(new ConnectRequest
        {
            Profile = "prod",
            Uri = new Uri("https://127.0.0.1:1"),
            NoProxy = true,
            CertificateThumbprint = new string('a', 64),
            DatabaseHost = world.DatabaseHost,
            DatabasePort = world.DatabasePort,
            DatabaseName = world.DatabaseName,
            DatabaseCredential = new NetworkCredential(world.ReadUser, world.ReadPassword),
        });
        Assert.True(outcome.Session.HasDatabase);
        Assert.Equal("ApiUnreachable", Assert.Single(outcome.Failures).Id);
        Assert.Empty(_notices.Warnings);
    }

    [Theory]
    [InlineData("", "ProfileUnreadable")]
    [InlineData("null", "ProfileUnreadable")]
    [InlineData("[]", "ProfileUnreadable")]
    [InlineData("{}", "ProfileUnreadable")]
    [InlineData("""{"version":2,"uri":"https://x"}""", "ProfileUnreadable")]
    [InlineData("""{"version":1,"uri":5}""", "ProfileUnreadable")]
    [InlineData("""{"version":1}""", "NothingToConnect")]
    [InlineData("""{"version":1,"uri":"lists.example.org"}""", "BadUri")]
    [InlineData("""{"version":1,"uri":"https://u:s3cret-word@lists.example.org"}""", "CredentialInUri")]
    [InlineData("""{"version":1,"connectionString":"Host=h;Password=s3cret-word"}""", "PasswordInConnectionString")]
    [InlineData("""{"version":1,"uri":"https://x","headerNames":null}""", "ProfileUnreadable")]
    public async Task A_file_that_somebody_spoiled_is_told(string text, string id)
    {
        await WriteAsync("prod", text);
        FailureException exception = await Assert.ThrowsAsync<FailureException>(() => ConnectAsync(new ConnectRequest { Profile = "prod" }));
        Assert.Equal(id, exception.Failure.Id);
        Assert.DoesNotContain("s3cret-word", exception.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_is_not_there_is_told_with_those_that_are()
    {
        await WriteAsync("east", "{}");
        await WriteAsync("west", "{}");
        FailureException exception = await Assert.ThrowsAsync<FailureException>(() => ConnectAsync(new ConnectRequest { Profile = "north" }));
        Assert.Equal(("ProfileNotFound", FailureCategory.ObjectNotFound), (exception.Failure.Id, exception.Failure.Category));
        Assert.Contains("east, west", exception.Failure.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_does_not_work_is_not_saved_and_an_old_one_stays()
    {
        await WriteAsync("prod", "old");
        ConnectOutcome outcome = await ConnectAsync(new ConnectRequest { Uri = new Uri("http://127.0.0.1:1"), SaveProfile = "prod" });
        Assert.NotNull(outcome.Session.Problem);
        Assert.Contains("is not saved", Assert.Single(_notices.Warnings), StringComparison.Ordinal);
        Assert.Equal("old", await File.ReadAllTextAsync(Path.Combine(FolderPath, "prod.json"), Test));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_costs_the_profile_and_not_the_session()
    {
        await using World world = await World.CreateAsync(ct: Test);
        await File.WriteAllTextAsync(FolderPath, "a file where the folder should be", Test);
        ConnectOutcome outcome = await ConnectAsync(new ConnectRequest
        {
            Uri = world.Uri,
            ApiCredential = new NetworkCredential(world.ApiReader, world.ApiReaderToken),
            SaveProfile = "prod",
        });
        Assert.Equal(("ProfileNotSaved", FailureCategory.WriteError), (Assert.Single(outcome.Failures).Id, outcome.Failures[0].Category));
        Assert.Equal((true, null), (outcome.Session.HasApi, outcome.Session.Problem));
        Assert.Empty(NewDoor().Profiles);
    }

    [Fact]
    public async Task Eight_at_once_leave_one_whole_profile_and_nothing_beside_it()
    {
        await using World world = await World.CreateAsync(ct: Test);
        ConnectRequest request = new() { Uri = world.Uri, ApiCredential = new NetworkCredential(world.ApiReader, world.ApiReaderToken), SaveProfile = "prod" };
        ConnectOutcome[] outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ConnectAsync(request)));
        Assert.All(outcomes, outcome => Assert.Empty(outcome.Failures));
        Assert.Equal("prod.json", Path.GetFileName(Assert.Single(Directory.GetFiles(FolderPath))));
        Assert.Empty((await ConnectAsync(request with { Uri = null, SaveProfile = null, Profile = "prod" })).Failures);
    }

    private ConnectionDoor NewDoor() => new(TimeProvider.System, new Dictionary<string, string> { ["LISTMONKPS_HOME"] = _home });

    private async Task<ConnectOutcome> ConnectAsync(ConnectRequest request)
    {
        ConnectOutcome outcome = await NewDoor().ConnectAsync(request, _notices, Test);
        await NewDoor().DisconnectAsync(outcome.Session);
        return outcome;
    }

    private async Task WriteAsync(string name, string text)
    {
        Directory.CreateDirectory(FolderPath);
        await File.WriteAllTextAsync(Path.Combine(FolderPath, name + ".json"), text, Test);
    }
}
