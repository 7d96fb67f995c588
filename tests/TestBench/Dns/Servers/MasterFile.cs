using System.Globalization;
using System.Text;
using ListmonkPS.Core.Dns.Lookup.Records;

namespace ListmonkPS.TestBench.Dns.Servers;

/// <summary>Writes a zone as a master file for the root (RFC 1035 5), so that one server is responsible for all its names.</summary>
internal static class MasterFile
{
    /// <summary>The text of the file.</summary>
    /// <param name="records">What the zone holds.</param>
    public static string Write(IEnumerable<ZoneRecord> records)
    {
        StringBuilder file = new();
        file.AppendLine("$TTL 60").AppendLine(". IN SOA ns.bench. root.bench. 1 60 60 60 60").AppendLine(". IN NS ns.bench.").AppendLine("ns.bench. IN A 127.0.0.1");
        foreach (ZoneRecord record in records)
            file.AppendLine(CultureInfo.InvariantCulture, $"{Name(record.Owner)} IN {record.Type.ToString().ToUpperInvariant()} {Data(record.Data)}");
        return file.ToString();
    }

    private static string Data(DnsRecord record) => record switch
    {
        AddressRecord address => address.Address.ToString(),
        MxRecord mx => string.Create(CultureInfo.InvariantCulture, $"{mx.Preference} {Name(mx.Exchange)}"),
        HostRecord host => Name(host.Host),
        TxtRecord text => string.Join(' ', text.Strings.SelectMany(Chunks).Select(Quote)),
        _ => throw new ArgumentOutOfRangeException(nameof(record), record, null),
    };

    private static IEnumerable<byte[]> Chunks(string text)
    {
        byte[] octets = Encoding.UTF8.GetBytes(text);
        return octets.Length == 0 ? [[]] : octets.Chunk(255);
    }

    private static string Quote(byte[] octets) => '"' + string.Concat(octets.Select(octet => Escape(octet, "\"\\"))) + '"';

    private static string Name(string name) =>
        string.Concat(Encoding.UTF8.GetBytes(name).Select(octet => Escape(octet, " \"\\();@$"))) + '.';

    private static string Escape(byte octet, string special) => octet is < 0x20 or > 0x7E || special.Contains((char)octet, StringComparison.Ordinal)
        ? string.Create(CultureInfo.InvariantCulture, $"\\{octet:000}")
        : ((char)octet).ToString();
}
