using ListmonkPS.TestBench.Dns.Servers;

namespace ListmonkPS.TestBench.Worlds;

/// <summary>A DNS server that knows the domain of lived-in worlds in good order, and whose SPF record can be replaced as by its owner.</summary>
public sealed class PublishedSpf : IAsyncDisposable
{
    private readonly ZoneServer _server = new(BenchZone.GoodOrder());

    /// <summary>Where it listens, as address:port.</summary>
    public string DnsServer => _server.EndPoint.ToString();

    /// <summary>Publishes another SPF record.</summary>
    /// <param name="record">Its text.</param>
    /// <returns>The line that is in the zone now.</returns>
    public string Publish(string record)
    {
        _server.Replace(BenchZone.GoodOrder(record));
        return $"(DNS) {BenchZone.Domain}. IN TXT \"{record}\"";
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
