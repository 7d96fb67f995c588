using System.Text.Json;
using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.Core.Tests.Dns.Dkim;
using ListmonkPS.Core.Tests.Dns.Dmarc;
using ListmonkPS.Core.Tests.Dns.Spf;
using ListmonkPS.TestBench.Dns;
using ListmonkPS.TestBench.Dns.Servers;

namespace ListmonkPS.Core.Tests.Dns.Lookup;

/// <summary>The conformance cases once more, over the real lookup and a real server: what is right in memory must be right on the wire.</summary>
public sealed class WireConformanceTests : IAsyncDisposable
{
    /// <summary>Where every name is answered for, only a hang reaches it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Where a name is not, it is waited for; what is answered for needs one of these tries in time.</summary>
    private static readonly TimeSpan TryTimeout = TimeSpan.FromMilliseconds(500);

    private readonly List<ZoneServer> _servers = [];

    public static IEnumerable<TheoryDataRow<string, int>> SpfRows() => OverWire(CaseFiles.Rows(CaseFiles.Conformance("spf"), "tests"));

    public static IEnumerable<TheoryDataRow<string, int>> DkimRows() => OverWire(CaseFiles.Rows(CaseFiles.Conformance("dkim"), "cases"));

    public static IEnumerable<TheoryDataRow<string, int>> DmarcRows() => OverWire(CaseFiles.Rows(CaseFiles.Conformance("dmarc"), "cases"));

    [Theory]
    [MemberData(nameof(SpfRows))]
    public async Task Spf(string file, int index)
    {
        using JsonDocument document = CaseFiles.Read(file);
        await SpfConformanceTests.JudgeAsync(document.RootElement, index, Serve);
    }

    [Theory]
    [MemberData(nameof(DkimRows))]
    public async Task Dkim(string file, int index)
    {
        using JsonDocument document = CaseFiles.Read(file);
        await DkimConformanceTests.JudgeAsync(document.RootElement.GetProperty("cases")[index], Serve);
    }

    [Theory]
    [MemberData(nameof(DmarcRows))]
    public async Task Dmarc(string file, int index)
    {
        using JsonDocument document = CaseFiles.Read(file);
        await DmarcConformanceTests.JudgeAsync(document.RootElement.GetProperty("cases")[index], Serve);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (ZoneServer server in _servers)
            await server.DisposeAsync();
    }

    private RunLookup Serve(Zone zone)
    {
        ZoneServer server = new(zone);
        _servers.Add(server);
        return new RunLookup(
            new ServerLookup(new LookupOptions { Servers = [server.EndPoint], TryTimeout = zone.IsSilentSomewhere ? TryTimeout : Patience, Retries = 3 }),
            TestContext.Current.CancellationToken);
    }

    private static IEnumerable<TheoryDataRow<string, int>> OverWire(IEnumerable<TheoryDataRow<string, int>> rows) => rows.Select(row =>
    {
        row.TestDisplayName = row.TestDisplayName is { } name ? "wire/" + name : null;
        return row;
    });
}
