using System.Net;
using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.Core.Dns.Lookup.Records;
using ListmonkPS.Core.Dns.Spf.Records;

namespace ListmonkPS.Core.Evidence.Sender;

/// <summary>
/// An address out of a provider's own SPF record: from which of many it will send nobody knows, but a record that allows one allows the provider, and that is the
/// question (issue 8).
/// </summary>
/// <param name="lookup">Where names are asked.</param>
internal sealed class ProviderAddress(IDnsLookup lookup)
{
    /// <summary>How many records are read, one behind the other: providers keep their networks one or two includes down.</summary>
    private const int MostRecords = 4;

    /// <summary>The first address of the first network that the provider allows; null when its record names none that can be read.</summary>
    public async Task<IPAddress?> FindAsync(string include, CancellationToken cancellation)
    {
        string? name = include;
        for (int read = 0; read < MostRecords && name is not null; read++)
        {
            DnsAnswer answer = await lookup.AskAsync(new DnsQuestion(name, DnsRecordType.Txt), cancellation);
            if (SpfRecordParser.Select(answer.Records) is not [string text] || !SpfRecordParser.TryParse(text, out SpfRecord? record, out _))
                return null;
            SpfTerm[] passing = [.. record.Mechanisms.Where(term => term.Qualifier == SpfOutcome.Pass)];
            if (Array.Find(passing, term => term.Network is not null) is { } network)
                return network.Network;
            name = Array.Find(passing, term => term.Kind == SpfTermKind.Include)?.Domain?.ConstantName ?? record.Redirect?.Domain?.ConstantName;
        }

        return null;
    }
}
