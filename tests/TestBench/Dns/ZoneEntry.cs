using ListmonkPS.Core.Dns.Lookup.Records;

namespace ListmonkPS.TestBench.Dns;

/// <summary>One line of an owner in a zone: a record, silence, or a response code.</summary>
/// <param name="Type">Type that it answers; null for every type.</param>
/// <param name="Data">The record; null for silence, for a code, and for a type that is there without records.</param>
internal sealed record ZoneEntry(DnsRecordType? Type, DnsRecord? Data)
{
    /// <summary>True when queries get no answer at all.</summary>
    public bool IsSilent { get; init; }

    /// <summary>Response code that every query gets; null for none.</summary>
    public int? Code { get; init; }
}
