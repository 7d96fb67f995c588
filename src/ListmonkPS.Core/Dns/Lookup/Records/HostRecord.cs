namespace ListmonkPS.Core.Dns.Lookup.Records;

/// <summary>PTR, NS or CNAME; of an SOA, its primary server.</summary>
/// <param name="Host">The name pointed to, without the final dot; empty for the root.</param>
internal sealed record HostRecord(string Host) : DnsRecord;
