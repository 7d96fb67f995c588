namespace ListmonkPS.Core.Dns.Lookup.Records;

/// <summary>One record of an answer, without its owner name: that is the question's, or the last alias of the answer.</summary>
internal abstract record DnsRecord;
