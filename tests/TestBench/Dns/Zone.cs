using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.Core.Dns.Lookup.Records;

namespace ListmonkPS.TestBench.Dns;

/// <summary>
/// A small DNS: owner names and their entries. Answers as a server does that is responsible for all names: CNAMEs followed, wildcards,
/// names that exist only because names below them do.
/// </summary>
internal sealed class Zone
{
    private const int MaximumAliases = 16;

    private readonly Dictionary<string, List<ZoneEntry>> _owners = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _existing = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>True when names that start with "error." and are not here get no answer (the SPF suite).</summary>
    public bool ErrorNamesAreSilent { get; init; }

    /// <summary>True when there is a name whose queries get no answer.</summary>
    public bool IsSilentSomewhere => ErrorNamesAreSilent || _owners.Values.Any(entries => entries.Exists(entry => entry.IsSilent));

    /// <summary>Adds an entry.</summary>
    public Zone Add(string owner, ZoneEntry entry)
    {
        string name = DomainName.WithoutFinalDot(owner);
        if (!_owners.TryGetValue(name, out List<ZoneEntry>? entries))
        {
            _owners.Add(name, entries = []);
            for (string? at = name; at is not null; at = Parent(at))
                _existing.Add(at);
        }

        entries.Add(entry);
        return this;
    }

    /// <summary>Adds a TXT record.</summary>
    public Zone AddText(string owner, params string[] strings) => Add(owner, new ZoneEntry(DnsRecordType.Txt, new TxtRecord(strings)));

    /// <summary>Adds an A or AAAA record.</summary>
    public Zone AddAddress(string owner, string address)
    {
        AddressRecord record = new(System.Net.IPAddress.Parse(address));
        bool isVersion6 = record.Address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6;
        return Add(owner, new ZoneEntry(isVersion6 ? DnsRecordType.Aaaa : DnsRecordType.A, record));
    }

    /// <summary>Adds a CNAME record.</summary>
    public Zone AddAlias(string owner, string target) => Add(owner, new ZoneEntry(DnsRecordType.Cname, new HostRecord(target)));

    /// <summary>Owners with nothing but records: those that any server can serve.</summary>
    public IEnumerable<string> PlainOwners => _owners.Where(owner => owner.Value.TrueForAll(entry => !entry.IsSilent && entry.Code is null)).Select(owner => owner.Key);

    /// <summary>All records of the plain owners.</summary>
    public IEnumerable<ZoneRecord> PlainRecords => PlainOwners.SelectMany(owner =>
        _owners[owner].Where(entry => entry.Data is not null).Select(entry => new ZoneRecord(owner, entry.Type!.Value, entry.Data!)));

    /// <summary>Answers a question.</summary>
    public ZoneReply Answer(DnsQuestion question)
    {
        List<ZoneRecord> answers = [];
        string name = question.Name;
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        while (seen.Add(name) && seen.Count <= MaximumAliases)
        {
            if (Find(name) is not { } entries)
                return IsSilentName(name) ? ZoneReply.Silence : new ZoneReply(Exists(name) ? ZoneReply.NoError : ZoneReply.NameError, answers);
            if (Stop(entries, question.Type) is { } stop)
                return new ZoneReply(stop.Code, answers);
            if (Alias(entries, question.Type) is not { } target)
            {
                answers.AddRange(entries.Where(entry => entry.Type == question.Type && entry.Data is not null).Select(entry => new ZoneRecord(name, question.Type, entry.Data!)));
                return new ZoneReply(ZoneReply.NoError, answers);
            }

            answers.Add(new ZoneRecord(name, DnsRecordType.Cname, new HostRecord(target)));
            name = target;
        }

        return new ZoneReply(ZoneReply.NoError, answers);
    }

    /// <summary>The first entry that ends the matter before any record of the type does.</summary>
    private static ZoneEntry? Stop(List<ZoneEntry> entries, DnsRecordType type)
    {
        ZoneEntry? first = entries.FirstOrDefault(entry => entry.IsSilent || entry.Code is not null
            ? entry.Type is null || entry.Type == type
            : entry.Type == type && entry.Data is not null);
        return first is { IsSilent: true } or { Code: not null } ? first : null;
    }

    private static string? Alias(List<ZoneEntry> entries, DnsRecordType type) =>
        type == DnsRecordType.Cname ? null : entries.Select(entry => entry.Type == DnsRecordType.Cname ? entry.Data : null).OfType<HostRecord>().FirstOrDefault()?.Host;

    private static string? Parent(string name)
    {
        int dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? null : name[(dot + 1)..];
    }

    private bool Exists(string name) => _existing.Contains(name);

    private bool IsSilentName(string name) => ErrorNamesAreSilent && name.StartsWith("error.", StringComparison.OrdinalIgnoreCase);

    /// <summary>The entries of a name, or of the wildcard at its closest encloser (RFC 4592 3.3.1).</summary>
    private List<ZoneEntry>? Find(string name)
    {
        if (_owners.TryGetValue(name, out List<ZoneEntry>? entries) || Exists(name))
            return entries;
        string? encloser = Parent(name);
        while (encloser is not null && !Exists(encloser))
            encloser = Parent(encloser);
        return encloser is null ? null : _owners.GetValueOrDefault("*." + encloser);
    }
}
