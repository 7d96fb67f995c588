using ListmonkPS.Core.Dns.Lookup.Records;

namespace ListmonkPS.TestBench.Dns;

/// <summary>One record of a zone with its owner.</summary>
/// <param name="Owner">Owner name without the final dot.</param>
/// <param name="Type">Type.</param>
/// <param name="Data">What it holds.</param>
internal sealed record ZoneRecord(string Owner, DnsRecordType Type, DnsRecord Data);
