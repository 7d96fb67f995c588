using System.Net;
using System.Text.Json;
using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.Core.Dns.Lookup.Records;

namespace ListmonkPS.TestBench.Dns;

/// <summary>Reads zones in the form of ../shared/conformance (its READMEs describe it): owner name to a list of {TYPE: value}.</summary>
internal static class ZoneJson
{
    private const string Silence = "TIMEOUT";

    /// <summary>Reads a zone.</summary>
    public static Zone Read(JsonElement zone)
    {
        Zone read = new() { ErrorNamesAreSilent = true };
        foreach (JsonProperty owner in zone.EnumerateObject())
        {
            // An SPF record (type 99) also answers a TXT query, unless the owner has a TXT entry of its own.
            bool hasText = owner.Value.EnumerateArray().Any(entry => entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty("TXT", out _));
            foreach (ZoneEntry entry in owner.Value.EnumerateArray().Select(entry => ReadEntry(entry, hasText)).OfType<ZoneEntry>())
                read.Add(owner.Name, entry);
        }

        return read;
    }

    private static ZoneEntry? ReadEntry(JsonElement entry, bool hasText)
    {
        if (entry.ValueKind == JsonValueKind.String)
        {
            return entry.GetString() == Silence
                ? new ZoneEntry(null, null) { IsSilent = true }
                : throw new FormatException($"'{entry.GetString()}' is no zone entry.");
        }

        JsonProperty property = entry.EnumerateObject().Single();
        if (property.Name == "RCODE")
            return new ZoneEntry(null, null) { Code = property.Value.GetInt32() };
        if (property.Name == "SPF" && hasText)
            return new ZoneEntry(DnsRecordType.Txt, null);
        DnsRecordType type = property.Name == "SPF" ? DnsRecordType.Txt : Enum.Parse<DnsRecordType>(property.Name, ignoreCase: true);
        return Text(property.Value) == Silence
            ? new ZoneEntry(type, null) { IsSilent = true }
            : new ZoneEntry(type, ReadData(type, property.Value));
    }

    private static DnsRecord? ReadData(DnsRecordType type, JsonElement value) => type switch
    {
        DnsRecordType.A or DnsRecordType.Aaaa => new AddressRecord(IPAddress.Parse(value.GetString()!)),
        DnsRecordType.Mx => new MxRecord(value[0].GetInt32(), DomainName.WithoutFinalDot(value[1].GetString()!)),
        DnsRecordType.Txt when Text(value) == "NONE" => null,
        DnsRecordType.Txt when value.ValueKind == JsonValueKind.Array => new TxtRecord([.. value.EnumerateArray().Select(part => part.GetString()!)]),
        DnsRecordType.Txt => new TxtRecord([value.GetString()!]),
        _ => new HostRecord(DomainName.WithoutFinalDot(value.GetString()!)),
    };

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
