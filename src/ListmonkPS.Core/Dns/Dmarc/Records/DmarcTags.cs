using System.Collections.ObjectModel;

namespace ListmonkPS.Core.Dns.Dmarc.Records;

/// <summary>The values of a record's tags after defaults, by name, as they leave this room.</summary>
internal static class DmarcTags
{
    /// <summary>The tags that a standard knows.</summary>
    /// <param name="record">The record.</param>
    /// <param name="standard">The standard.</param>
    public static ReadOnlyDictionary<string, object> Of(DmarcRecord record, DmarcStandard standard)
    {
        string policy = record.Policy ?? DmarcPolicy.None;
        string subdomains = record.SubdomainPolicy ?? policy;
        Dictionary<string, object> tags = new(StringComparer.OrdinalIgnoreCase)
        {
            ["p"] = policy,
            ["sp"] = subdomains,
            ["adkim"] = record.DkimAlignment,
            ["aspf"] = record.SpfAlignment,
            ["rua"] = new TextList<string>(record.AggregateAddresses),
            ["ruf"] = new TextList<string>(record.FailureAddresses),
            ["fo"] = new TextList<string>(record.FailureOptions),
        };
        if (standard == DmarcStandard.Rfc9989)
        {
            tags["np"] = record.NonexistentPolicy ?? subdomains;
            tags["psd"] = record.PublicSuffix;
            tags["t"] = record.Testing;
        }
        else
        {
            tags["pct"] = record.Percentage;
            tags["ri"] = record.ReportInterval;
            tags["rf"] = "afrf";
        }

        return new ReadOnlyDictionary<string, object>(tags);
    }
}
