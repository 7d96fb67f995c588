using System.Net;
using ListmonkPS.Core.Listmonk.Connecting;

namespace ListmonkPS.Core.Tests.Listmonk.Connecting;

/// <summary>What a request may not say. Nothing is sent for any of these.</summary>
public sealed class RequestCheckTests
{
    private static readonly ConnectRequest Api = new() { Uri = new Uri("https://lists.example.org") };
    private static readonly ConnectRequest Database = new() { ConnectionString = "Host=db.example.org" };

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    public static TheoryData<string, ConnectRequest> Refused => new()
    {
        { "ParametersExclude", Api with { Proxy = "http://p:1", NoProxy = true } },
        { "ParametersExclude", Api with { SkipCertificateCheck = true, CertificateThumbprint = new string('a', 64) } },
        { "ParametersExclude", Api with { SkipCertificateCheck = true, CertificateAuthorityPath = "/ca.pem" } },
        { "ParametersExclude", Api with { CertificateThumbprint = new string('a', 64), CertificateAuthorityPath = "/ca.pem" } },
        { "ParametersExclude", Database with { DatabaseHost = "db" } },
        { "ParametersExclude", Database with { DatabasePort = 5432 } },
        { "ParametersExclude", Database with { DatabaseName = "listmonk" } },
        { "ParameterNeeds", Database with { Proxy = "http://p:1" } },
        { "ParameterNeeds", Database with { SkipCertificateCheck = true } },
        { "ParameterNeeds", Database with { Headers = new Dictionary<string, string> { ["X-A"] = "b" } } },
        { "ParameterNeeds", Api with { ProxyCredential = new NetworkCredential("u", "p") } },
        { "ParameterNeeds", Api with { DatabasePort = 5432 } },
        { "ParameterNeeds", new ConnectRequest { DatabaseName = "listmonk" } },
        { "NothingToConnect", new ConnectRequest { Name = "x", ApiCredential = new NetworkCredential("u", "p") } },
        { "CertificateWithoutTls", new ConnectRequest { Uri = new Uri("http://lists.example.org"), SkipCertificateCheck = true } },
        { "CertificateWithoutTls", new ConnectRequest { Uri = new Uri("http://lists.example.org"), CertificateThumbprint = new string('a', 64) } },
        { "BadThumbprint", Api with { CertificateThumbprint = "abc" } },
        { "BadThumbprint", Api with { CertificateThumbprint = new string('g', 64) } },
        { "BadCertificateAuthority", Api with { CertificateAuthorityPath = "/no/such/file.pem" } },
        { "BadProxy", Api with { Proxy = "proxy.example.org:3128" } },
        { "BadProxy", Api with { Proxy = "ftp://proxy.example.org" } },
        { "CredentialInProxy", Api with { Proxy = "http://u:s3cret-word@proxy.example.org" } },
        { "CredentialInProxy", Api with { Proxy = "u:s3cret-word@proxy.example.org" } },
        { "HeaderRefused", Api with { Headers = new Dictionary<string, string> { ["authorization"] = "s3cret-word" } } },
        { "HeaderRefused", Api with { Headers = new Dictionary<string, string> { ["Cookie"] = "s3cret-word" } } },
        { "HeaderRefused", Api with { Headers = new Dictionary<string, string> { ["HOST"] = "s3cret-word" } } },
        { "BadHeader", Api with { Headers = new Dictionary<string, string> { ["X A"] = "s3cret-word" } } },
        { "BadHeader", Api with { Headers = new Dictionary<string, string> { ["X-A"] = "s3cret-word\r\nX-B: c" } } },
        { "BadHeader", Api with { Headers = new Dictionary<string, string> { ["X-A"] = "" } } },
        { "BadHeader", Api with { Headers = new Dictionary<string, string> { ["Content-Type"] = "s3cret-word" } } },
        { "BadDatabaseHost", new ConnectRequest { DatabaseHost = "db;Password=s3cret-word" } },
        { "BadDatabaseHost", new ConnectRequest { DatabaseHost = "postgres://u:s3cret-word@db" } },
        { "BadProfileName", Api with { SaveProfile = "../x" } },
        { "BadProfileName", Api with { Profile = "" } },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_request_that_cannot_be_meant_is_refused_before_anything_is_sent(string id, ConnectRequest request)
    {
        RecordedNotices notices = new();
        ConnectionDoor door = new(TimeProvider.System, new Dictionary<string, string>());
        FailureException exception = await Assert.ThrowsAsync<FailureException>(() => door.ConnectAsync(request, notices, Test));
        Assert.Equal(id, exception.Failure.Id);
        Assert.DoesNotContain("s3cret-word", $"{exception.Failure.Message}{exception.Failure.RecommendedAction}{exception.Failure.Target}{exception.Message}", StringComparison.Ordinal);
        Assert.Empty(notices.Warnings.Concat(notices.Verboses));
    }

    [Theory]
    [InlineData("sha256 Fingerprint=AA:")]
    [InlineData("SHA256:")]
    [InlineData("\u200E")]
    public void A_thumbprint_is_read_as_tools_show_it(string before)
    {
        string digits = string.Concat(Enumerable.Repeat("ab", before.EndsWith("AA:", StringComparison.Ordinal) ? 31 : 32));
        string parsed = ListmonkPS.Core.Listmonk.Connecting.Routes.ThumbprintText.Parse(before + digits);
        Assert.Equal(64, parsed.Length);
        Assert.EndsWith("ABAB", parsed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://lists.example.org", null, "lists.example.org")]
    [InlineData("https://lists.example.org:443", null, "lists.example.org")]
    [InlineData("http://lists.example.org:9000", null, "lists.example.org:9000")]
    [InlineData("http://[::1]:9000", null, "[::1]:9000")]
    [InlineData(null, "Host=db;Database=lists", "db/lists")]
    [InlineData(null, "Host=db;Port=6432;Database=lists", "db:6432/lists")]
    public void Two_servers_on_one_host_have_two_names(string? uri, string? database, string name) =>
        Assert.Equal(name, SessionName.Of(uri is null ? null : new Uri(uri), database is null ? null : new Npgsql.NpgsqlConnectionStringBuilder(database)));
}
