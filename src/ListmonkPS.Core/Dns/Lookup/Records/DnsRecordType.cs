namespace ListmonkPS.Core.Dns.Lookup.Records;

/// <summary>The record types that the module asks for; the numbers are those of the wire (RFC 1035 3.2.2, RFC 3596 2.1).</summary>
internal enum DnsRecordType
{
    A = 1,
    Ns = 2,
    Cname = 5,
    Soa = 6,
    Ptr = 12,
    Mx = 15,
    Txt = 16,
    Aaaa = 28,
}
