using System.Net;

namespace ListmonkPS.Core.Dns.Lookup.Records;

/// <summary>A or AAAA.</summary>
/// <param name="Address">The address.</param>
internal sealed record AddressRecord(IPAddress Address) : DnsRecord;
