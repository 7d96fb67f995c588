using System.Text;
using ListmonkPS.Core.Listmonk.Configuration;
using Npgsql;

namespace ListmonkPS.Core.Tests.Listmonk.Configuration;

public sealed class ConfigTests : IDisposable
{
    private const string Sample = """
        [app]
        address = "localhost:9000"
        admin_username = "listmonk"
        admin_password = "pass with blanks"
        [db]
        host = "db.example.org"
        port = 5433
        user = "reader"
        password = "p4ss w\"rd"
        database = "lists"
        ssl_mode = "disable"
        max_open = 25
        params = ""
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("listmonkps-").FullName;

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_file_says_where_the_database_is()
    {
        NpgsqlConnectionStringBuilder connection = DatabaseConfig.ToConnection(await ReadAsync(Sample));
        Assert.Equal(
            ("db.example.org", 5433, "reader", "p4ss w\"rd", "lists", SslMode.Disable),
            (connection.Host, connection.Port, connection.Username, connection.Password, connection.Database, connection.SslMode));
    }

    [Fact]
    public async Task The_environment_stands_over_the_file()
    {
        ListmonkConfig config = await ReadAsync(
            Sample, ("LISTMONK_db__host", "10.0.0.5"), ("LISTMONK_DB__PORT", "6000"), ("LISTMONK_app__admin_username", "other"), ("db__user", "not ours"));
        Assert.Equal(
            ("10.0.0.5", 6000, "other", "reader"),
            (config.Find("db.host"), config.FindPort("db.port"), config.Find("app.admin_username"), config.Find("db.user")));
    }

    [Fact]
    public async Task A_variable_that_names_a_file_wins()
    {
        string secret = Path.Combine(_folder, "secret");
        await File.WriteAllTextAsync(secret, "from file\n", Test);
        ListmonkConfig config = await ReadAsync(Sample, ("LISTMONK_db__password_FILE", secret), ("LISTMONK_db__password", "direct"));
        Assert.Equal("from file", config.Find("db.password"));
    }

    [Fact]
    public async Task Each_key_tells_its_source_and_none_its_value()
    {
        string secret = Path.Combine(_folder, "secret");
        await File.WriteAllTextAsync(secret, "Sv3-from-the-file\n", Test);
        ListmonkConfig config = await ReadAsync(Sample, ("LISTMONK_db__password_FILE", secret), ("LISTMONK_db__password", "Sv3-direct"), ("LISTMONK_DB__HOST", "h"));
        Assert.Equal(config.Path, config.Sources["db.user"]);
        Assert.Equal("LISTMONK_DB__HOST", config.Sources["db.host"]);
        Assert.Equal($"LISTMONK_db__password_FILE (the file {secret})", config.Sources["db.password"]);
        Assert.DoesNotContain("Sv3", string.Concat(config.Sources.Values) + config, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_environment_alone_is_enough()
    {
        ListmonkConfig config = await ReadAsync("", ("LISTMONK_db__host", "h"), ("LISTMONK_db__database", "d"));
        Assert.Equal("d", DatabaseConfig.ToConnection(config).Database);
    }

    [Fact]
    public async Task What_the_file_leaves_out_is_as_PostgreSQL_has_it()
    {
        NpgsqlConnectionStringBuilder connection = DatabaseConfig.ToConnection(await ReadAsync("[db]\nuser = \"listmonk\"\npassword = \"\"\n"));
        Assert.Equal(
            ("localhost", 5432, "listmonk", SslMode.Prefer),
            (connection.Host, connection.Port, connection.Database, connection.SslMode));
        Assert.True(string.IsNullOrEmpty(connection.Password)); // a password file may have it
    }

    [Theory]
    [InlineData("allow", SslMode.Allow)]
    [InlineData("prefer", SslMode.Prefer)]
    [InlineData("require", SslMode.Require)]
    [InlineData("verify-ca", SslMode.VerifyCA)]
    [InlineData("verify-full", SslMode.VerifyFull)]
    public async Task Encryption_is_named_in_the_words_of_Go(string text, SslMode mode) =>
        Assert.Equal(mode, DatabaseConfig.ToConnection(await ReadAsync($"[db]\nhost=\"h\"\nssl_mode=\"{text}\"")).SslMode);

    [Fact]
    public async Task Parameters_that_decide_what_is_seen_are_taken_over()
    {
        NpgsqlConnectionStringBuilder connection = DatabaseConfig.ToConnection(await ReadAsync(
            "[db]\nhost=\"h\"\nparams=\"application_name=x search_path=mail sslrootcert='/a.crt' sslcert=/b.crt sslkey=/c.key nonsense\""));
        Assert.Equal(
            ("mail", "/a.crt", "/b.crt", "/c.key"),
            (connection.SearchPath, connection.RootCertificate, connection.SslCertificate, connection.SslKey));
    }

    [Theory]
    [InlineData("[db]\npassword = hunter2\n", "ConfigSyntax", FailureCategory.ParserError, "line 2, column 12")]
    [InlineData("[db\nhost = \"h\"\n", "ConfigSyntax", FailureCategory.ParserError, "line 1, column 4")]
    [InlineData("[db]\nhost = \"h\"\nhost = \"hunter2\"\n", "ConfigSyntax", FailureCategory.ParserError, "line 3, column")]
    [InlineData("[app]\naddress = \"hunter2\"\n", "ConfigIncomplete", FailureCategory.InvalidData, "[db]")]
    [InlineData("[db]\nhost = \"\"\nmax_open = 25\n", "ConfigIncomplete", FailureCategory.InvalidData, "LISTMONK_db__")]
    [InlineData("[db]\nport = \"hunter2\"\n", "ConfigValue", FailureCategory.InvalidData, "db.port")]
    [InlineData("[db]\nport = 70000\n", "ConfigValue", FailureCategory.InvalidData, "1 to 65535")]
    [InlineData("[db]\nhost = \"h\"\nssl_mode = \"hunter2\"\n", "ConfigValue", FailureCategory.InvalidData, "verify-full")]
    public async Task A_wrong_file_is_one_failure_that_repeats_nothing_of_it(string text, string id, FailureCategory category, string named)
    {
        FailureException exception = await Assert.ThrowsAsync<FailureException>(async () => DatabaseConfig.ToConnection(await ReadAsync(text)));
        Failure failure = exception.Failure;
        Assert.Equal((id, category), (failure.Id, failure.Category));
        Assert.Contains(named, failure.Message, StringComparison.Ordinal);
        Assert.Contains("config.toml", failure.Message, StringComparison.Ordinal);
        Assert.NotEmpty(failure.RecommendedAction);
        Assert.DoesNotContain("hunter", exception + failure.Message + failure.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_is_named()
    {
        Failure failure = await FailureOfAsync(Path.Combine(_folder, "no", "config.toml"));
        Assert.Equal(("ConfigNotFound", FailureCategory.ObjectNotFound), (failure.Id, failure.Category));
        Assert.Contains(_folder, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_directory_is_no_file()
    {
        Failure failure = await FailureOfAsync(_folder);
        Assert.Equal(("ConfigUnreadable", FailureCategory.ReadError), (failure.Id, failure.Category));
        Assert.Contains("directory", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_huge_file_is_not_read()
    {
        string path = Path.Combine(_folder, "huge.toml");
        await File.WriteAllTextAsync(path, new string('#', 2 << 20), Test);
        Assert.Contains("larger", (await FailureOfAsync(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_found_by_a_variable_is_named()
    {
        string path = Path.Combine(_folder, "absent");
        FailureException exception = await Assert.ThrowsAsync<FailureException>(() => ReadAsync(Sample, ("LISTMONK_db__password_FILE", path)));
        Assert.Equal(("ConfigVariableFile", path), (exception.Failure.Id, exception.Failure.Target));
    }

    [Fact]
    public async Task Fuzzed_files_end_in_a_configuration_or_a_failure()
    {
        Random random = new(3);
        for (int round = 0; round < 1_000; round++)
        {
            char[] text = Sample.ToCharArray();
            for (int change = 0; change < 4; change++)
                text[random.Next(text.Length)] = (char)random.Next(round % 2 == 0 ? 0x80 : 0x10000);
            try
            {
                await ReadAsync(new string(text));
            }
            catch (FailureException exception)
            {
                Assert.Equal("ConfigSyntax", exception.Failure.Id);
            }
        }
    }

    private async Task<ListmonkConfig> ReadAsync(string text, params (string Name, string Value)[] environment)
    {
        string path = Path.Combine(_folder, "config.toml");
        await File.WriteAllBytesAsync(path, Encoding.UTF8.GetBytes(text), Test);
        ConfigReader reader = new(environment.ToDictionary(pair => pair.Name, pair => pair.Value), TimeProvider.System);
        return await reader.ReadAsync(path, TimeSpan.FromMinutes(1), Test);
    }

    private static async Task<Failure> FailureOfAsync(string path)
    {
        ConfigReader reader = new(new Dictionary<string, string>(), TimeProvider.System);
        return (await Assert.ThrowsAsync<FailureException>(() => reader.ReadAsync(path, TimeSpan.FromMinutes(1), Test))).Failure;
    }
}
