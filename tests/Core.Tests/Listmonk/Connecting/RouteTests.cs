using System.Diagnostics;
using System.Net;
using ListmonkPS.Core.Tests.Listmonk.Api;
using ListmonkPS.TestBench.Network;
using ListmonkPS.TestBench.Worlds;

namespace ListmonkPS.Core.Tests.Listmonk.Connecting;

/// <summary>The way to the API: TLS with certificates of all kinds, proxies, headers; with real sockets.</summary>
public sealed class RouteTests : IDisposable
{
    private readonly CertificateMaker _certificates = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("listmonkps-").FullName;
    private readonly RecordedNotices _notices = new();

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _certificates.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData(CertificateKind.Good, "an authority that this machine does not trust")]
    [InlineData(CertificateKind.SelfSigned, "an authority that this machine does not trust")]
    [InlineData(CertificateKind.Expired, "has expired")]
    public async Task A_certificate_that_the_system_does_not_trust_is_refused_with_reason_and_thumbprint(CertificateKind kind, string reason)
    {
        await using World world = await World.CreateAsync(ct: Test);
        await using TlsFront front = TlsFront.Start(world.Uri, _certificates.Make(kind));
        Failure failure = await FailureAsync(Request(world, front));
        Assert.Equal("CertificateRefused", failure.Id);
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
        Assert.Contains(front.Sha256, failure.Message, StringComparison.Ordinal);
        Assert.Empty(world.Server.Requests); // no credential went there
    }

    [Theory]
    [InlineData(CertificateKind.Good, null)]
    [InlineData(CertificateKind.WrongName, "is for another name")]
    [InlineData(CertificateKind.Expired, "has expired")]
    [InlineData(CertificateKind.SelfSigned, "does not trust")]
    public async Task Own_authorities_take_what_they_signed_and_check_the_rest(CertificateKind kind, string? reason)
    {
        await using World world = await World.CreateAsync(ct: Test);
        await using TlsFront front = TlsFront.Start(world.Uri, _certificates.Make(kind));
        string path = Path.Combine(_folder, "ca.pem");
        await File.WriteAllTextAsync(path, _certificates.AuthorityPem, Test);
        ConnectRequest request = Request(world, front) with { CertificateAuthorityPath = path };
        if (reason is null)
        {
            Assert.True(await WorksAsync(request));
            return;
        }

        Failure failure = await FailureAsync(request);
        Assert.Equal("CertificateRefused", failure.Id);
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CertificateKind.SelfSigned)]
    [InlineData(CertificateKind.Expired)]
    [InlineData(CertificateKind.WrongName)]
    public async Task A_pinned_certificate_is_taken_by_either_thumbprint_and_no_other_is(CertificateKind kind)
    {
        await using World world = await World.CreateAsync(ct: Test);
        await using TlsFront front = TlsFront.Start(world.Uri, _certificates.Make(kind));
        await using TlsFront other = TlsFront.Start(world.Uri, _certificates.Make(kind));
        Assert.True(await WorksAsync(Request(world, front) with { CertificateThumbprint = front.Sha256 }));
        Assert.True(await WorksAsync(Request(world, front) with { CertificateThumbprint = string.Join(':', front.Sha1.ToLowerInvariant().Chunk(2).Select(pair => new string(pair))) }));
        int before = world.Server.Requests.Count;
        Failure failure = await FailureAsync(Request(world, other) with { CertificateThumbprint = front.Sha1 });
        Assert.Equal(("CertificateMismatch", FailureCategory.ConnectionError), (failure.Id, failure.Category));
        Assert.Contains(other.Sha1, failure.Message, StringComparison.Ordinal);
        Assert.Contains(front.Sha1, failure.Message, StringComparison.Ordinal);
        Assert.Equal(before, world.Server.Requests.Count);
        Assert.Empty(_notices.Warnings);
    }

    [Fact]
    public async Task Any_certificate_is_taken_on_demand_and_that_is_warned_of()
    {
        await using World world = await World.CreateAsync(ct: Test);
        await using TlsFront front = TlsFront.Start(world.Uri, _certificates.Make(CertificateKind.Expired));
        Assert.True(await WorksAsync(Request(world, front) with { SkipCertificateCheck = true }));
        Assert.Contains("is not checked", Assert.Single(_notices.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_proxy_with_a_log_in_is_gone_through(bool isTls)
    {
        await using World world = await World.CreateAsync(ct: Test);
        await using TlsFront front = TlsFront.Start(world.Uri, _certificates.Make(CertificateKind.Good));
        NetworkCredential login = new("carrier", "Px1-proxy-secret");
        await using ForwardProxy proxy = ForwardProxy.Start(login);
        ConnectRequest straight = isTls ? Request(world, front) with { CertificateThumbprint = front.Sha256 } : Request(world, null);
        ConnectRequest request = straight with { Proxy = proxy.Uri.AbsoluteUri, ProxyCredential = login };
        Assert.True(await WorksAsync(request));
        Assert.All(proxy.Requests, line => Assert.StartsWith(isTls ? $"CONNECT 127.0.0.1:{front.Uri.Port}" : $"GET {world.Uri}api/", line, StringComparison.Ordinal));
        Assert.NotEmpty(proxy.Requests);
        Assert.Contains(_notices.Verboses, text => text.Contains($"through the proxy {proxy.Uri.AbsoluteUri.TrimEnd('/')}", StringComparison.Ordinal));

        Failure refused = await FailureAsync(request with { ProxyCredential = new NetworkCredential("carrier", "wrong") });
        Assert.Equal("ProxyRefused", refused.Id);
        Assert.Contains(proxy.Uri.Authority, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong", refused.Message, StringComparison.Ordinal);

        int before = proxy.Requests.Count;
        Assert.True(await WorksAsync(straight with { NoProxy = true }));
        Assert.Equal(before, proxy.Requests.Count);
    }

    [Fact]
    public async Task A_proxy_that_is_not_there_is_named_and_not_the_server()
    {
        await using World world = await World.CreateAsync(ct: Test);
        Failure failure = await FailureAsync(Request(world, null) with { Proxy = "http://127.0.0.1:1" });
        Assert.Equal(("ProxyUnreachable", "http://127.0.0.1:1"), (failure.Id, failure.Target));
        Assert.Contains("refused", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("handshake")]
    [InlineData("proxy, before a tunnel")]
    [InlineData("proxy, before an answer")]
    public async Task A_silence_on_the_way_has_an_end(string where)
    {
        await using ScriptedServer silent = ScriptedServer.Talking((_, token) => Task.Delay(Timeout.Infinite, token));
        ConnectRequest request = where switch
        {
            "handshake" => new() { Uri = new Uri($"https://127.0.0.1:{silent.Port}") },
            "proxy, before a tunnel" => new() { Uri = new Uri("https://127.0.0.1:1"), Proxy = silent.Uri.AbsoluteUri },
            _ => new() { Uri = new Uri("http://127.0.0.1:1"), Proxy = silent.Uri.AbsoluteUri },
        };
        Failure failure = await FailureAsync(request with { Timeout = TimeSpan.FromMilliseconds(300) });
        Assert.Equal(("ApiUnreachable", FailureCategory.OperationTimeout), (failure.Id, failure.Category));
    }

    [Fact]
    public async Task A_file_of_authorities_that_nobody_writes_to_has_an_end()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("It takes a named pipe of the file system.");
        string pipe = Path.Combine(_folder, "pipe.pem");
        using (Process mkfifo = Process.Start("mkfifo", [pipe]))
            await mkfifo.WaitForExitAsync(Test);
        ConnectRequest request = new() { Uri = new Uri("https://127.0.0.1:1"), CertificateAuthorityPath = pipe, Timeout = TimeSpan.FromMilliseconds(300) };
        FailureException exception = await Assert.ThrowsAsync<FailureException>(() => new ListmonkCore().Connections.ConnectAsync(request, _notices, Test));
        Assert.Equal("BadCertificateAuthority", exception.Failure.Id);
        Assert.Contains("no answer came within 0.3 s", exception.Failure.Message, StringComparison.Ordinal);
        await using FileStream end = new(pipe, FileMode.Open, FileAccess.Write); // lets the reader go that was left behind
    }

    [Fact]
    public async Task Headers_go_with_every_request_and_nowhere_else()
    {
        await using World world = await World.CreateAsync(ct: Test);
        Dictionary<string, string> headers = new() { ["X-Gate-Key"] = "Hd4-header-secret", ["User-Agent"] = "ListmonkPS/1 (ops)" };
        ListmonkCore core = new();
        ConnectOutcome outcome = await core.Connections.ConnectAsync(Request(world, null) with { Headers = headers }, _notices, Test);
        await core.Settings.ReadAsync(outcome.Session, ["app.lang"], _notices, Test);
        await core.Connections.DisconnectAsync(outcome.Session);
        Assert.True(world.Server.Requests.Count > 2);
        Assert.All(world.Server.Requests, request => Assert.Equal(("Hd4-header-secret", "ListmonkPS/1 (ops)"), (request.Headers["X-Gate-Key"], request.Headers["User-Agent"])));
        Assert.DoesNotContain(_notices.Verboses.Concat(_notices.Warnings), text => text.Contains("Hd4-", StringComparison.Ordinal));
        Assert.DoesNotContain("Hd4-", outcome.ToString(), StringComparison.Ordinal);
    }

    private static ConnectRequest Request(World world, TlsFront? front) => new()
    {
        Uri = front?.Uri ?? world.Uri,
        ApiCredential = new NetworkCredential(world.ApiReader, world.ApiReaderToken),
    };

    private async Task<bool> WorksAsync(ConnectRequest request)
    {
        ListmonkCore core = new();
        ConnectOutcome outcome = await core.Connections.ConnectAsync(request, _notices, Test);
        await core.Connections.DisconnectAsync(outcome.Session);
        Assert.Empty(outcome.Failures);
        return outcome.Session.HasApi;
    }

    private async Task<Failure> FailureAsync(ConnectRequest request)
    {
        ListmonkCore core = new();
        ConnectOutcome outcome = await core.Connections.ConnectAsync(request, _notices, Test);
        await core.Connections.DisconnectAsync(outcome.Session);
        Assert.False(outcome.Session.HasApi);
        Failure failure = Assert.Single(outcome.Failures);
        Assert.Equal(failure.Message, outcome.Session.Problem);
        return failure;
    }
}
