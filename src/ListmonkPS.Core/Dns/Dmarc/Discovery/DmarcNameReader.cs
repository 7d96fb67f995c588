using ListmonkPS.Core.Dns.Dmarc.Records;
using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.Core.Dns.Lookup.Records;

namespace ListmonkPS.Core.Dns.Dmarc.Discovery;

/// <summary>Reads the records of names, each once in a discovery, and keeps which were asked.</summary>
/// <param name="lookup">Where names are asked.</param>
/// <param name="standard">How records are read.</param>
internal sealed class DmarcNameReader(IDnsLookup lookup, DmarcStandard standard)
{
    private readonly DmarcRecordParser _parser = new(standard);
    private readonly Dictionary<string, DmarcReading> _known = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _asked = [];

    /// <summary>The _dmarc names that were asked, in order.</summary>
    public IReadOnlyList<string> Asked => _asked;

    /// <summary>Reads what a domain has.</summary>
    public async Task<DmarcReading> ReadAsync(string domain, CancellationToken cancellation)
    {
        if (_known.TryGetValue(domain, out DmarcReading? known))
            return known;
        string name = "_dmarc." + domain;
        _asked.Add(name);
        DnsAnswer answer = await lookup.AskAsync(new DnsQuestion(name, DnsRecordType.Txt), cancellation);
        return _known[domain] = Read(domain, answer);
    }

    private DmarcReading Read(string domain, DnsAnswer answer)
    {
        if (answer.IsError)
            return new DmarcReading(domain, null) { Error = answer.Kind };
        string[] texts = [.. answer.Records.OfType<TxtRecord>().Select(record => record.Text)];
        string[] records = [.. texts.Where(DmarcTagReader.IsDmarc)];
        return new DmarcReading(domain, records.Length == 1 ? _parser.Parse(records[0]) : null)
        {
            HasSeveral = records.Length > 1,
            HasOthers = records.Length < texts.Length,
        };
    }
}
