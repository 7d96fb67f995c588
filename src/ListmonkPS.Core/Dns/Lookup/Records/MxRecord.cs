namespace ListmonkPS.Core.Dns.Lookup.Records;

/// <summary>MX.</summary>
/// <param name="Preference">Lower is tried first.</param>
/// <param name="Exchange">Host name without the final dot; empty for the root, which is a null MX (RFC 7505).</param>
internal sealed record MxRecord(int Preference, string Exchange) : DnsRecord;
