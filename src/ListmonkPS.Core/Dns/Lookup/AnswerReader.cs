using DnsClient;
using DnsClient.Protocol;
using ListmonkPS.Core.Dns.Lookup.Records;

namespace ListmonkPS.Core.Dns.Lookup;

/// <summary>Turns a response of the DnsClient library into our answer.</summary>
internal static class AnswerReader
{
    /// <summary>Reads a response to a question.</summary>
    public static DnsAnswer Read(DnsQuestion question, IDnsQueryResponse response)
    {
        DnsAnswerKind kind = KindOf(response);
        if (!IsAnswerTo(question, response) || response.Answers.Any(record => OwnerOf(record).Length > DomainName.MaximumLength))
            return new DnsAnswer(DnsAnswerKind.Malformed);
        List<string> aliases = FollowAliases(question, response.Answers);
        string owner = aliases.Count > 0 ? aliases[^1] : question.Name;
        DnsRecord[] records = kind != DnsAnswerKind.NoData ? [] :
        [
            .. response.Answers
                .Where(record => (int)record.RecordType == (int)question.Type && DomainName.AreEqual(OwnerOf(record), owner))
                .Select(Convert)
                .OfType<DnsRecord>(),
        ];
        kind = records.Length > 0 ? DnsAnswerKind.Records : kind;
        return new DnsAnswer(kind, records, aliases) { ResponseCode = (int)response.Header.ResponseCode };
    }

    private static DnsAnswerKind KindOf(IDnsQueryResponse response) => response.Header.ResponseCode switch
    {
        DnsHeaderResponseCode.NoError => IsReferral(response) ? DnsAnswerKind.Lame : DnsAnswerKind.NoData,
        DnsHeaderResponseCode.NotExistentDomain => DnsAnswerKind.NxDomain,
        DnsHeaderResponseCode.ServerFailure => DnsAnswerKind.ServFail,
        DnsHeaderResponseCode.Refused => DnsAnswerKind.Refused,
        _ => DnsAnswerKind.OtherCode,
    };

    /// <summary>Nothing but the names of other servers (RFC 2308 2.2, type 2 without SOA is told apart by the missing authority bit).</summary>
    private static bool IsReferral(IDnsQueryResponse response) =>
        response.Answers.Count == 0
        && !response.Header.HasAuthorityAnswer
        && response.Authorities.Any(record => record.RecordType == ResourceRecordType.NS)
        && !response.Authorities.Any(record => record.RecordType == ResourceRecordType.SOA);

    /// <summary>RFC 5452 9.1: name and type must be those that were asked. A refusal may leave the question out.</summary>
    private static bool IsAnswerTo(DnsQuestion question, IDnsQueryResponse response) => response.Questions switch
    {
        [] => response.Header.ResponseCode is not (DnsHeaderResponseCode.NoError or DnsHeaderResponseCode.NotExistentDomain),
        [DnsClient.DnsQuestion asked] => (int)asked.QuestionType == (int)question.Type
            && DomainName.AreEqual(AsSent(asked.QueryName), question.Name),
        _ => false,
    };

    private static List<string> FollowAliases(DnsQuestion question, IReadOnlyList<DnsResourceRecord> answers)
    {
        List<string> aliases = [];
        if (question.Type == DnsRecordType.Cname)
            return aliases;
        Dictionary<string, string> targets = new(StringComparer.OrdinalIgnoreCase);
        foreach (CNameRecord record in answers.OfType<CNameRecord>())
            targets.TryAdd(OwnerOf(record), NameOf(record.CanonicalName));
        string name = question.Name;
        while (targets.Remove(name, out string? target)) // removed, so that a loop ends
        {
            aliases.Add(target);
            name = target;
        }

        return aliases;
    }

    private static DnsRecord? Convert(DnsResourceRecord record) => record switch
    {
        DnsClient.Protocol.AddressRecord address => new Records.AddressRecord(address.Address),
        DnsClient.Protocol.TxtRecord text => new Records.TxtRecord([.. text.Text]),
        DnsClient.Protocol.MxRecord mx => new Records.MxRecord(mx.Preference, NameOf(mx.Exchange)),
        PtrRecord pointer => new HostRecord(NameOf(pointer.PtrDomainName)),
        NsRecord server => new HostRecord(NameOf(server.NSDName)),
        CNameRecord alias => new HostRecord(NameOf(alias.CanonicalName)),
        SoaRecord authority => new HostRecord(NameOf(authority.MName)),
        _ => null,
    };

    /// <summary>Of questions and owners the library keeps the original; its value shows U-labels.</summary>
    private static string AsSent(DnsString name) => DomainName.WithoutFinalDot(name.Original);

    private static string OwnerOf(DnsResourceRecord record) => AsSent(record.DomainName);

    /// <summary>Of names inside records the library's value is the one without U-labels.</summary>
    private static string NameOf(DnsString name) => DomainName.WithoutFinalDot(Unescape(name.Value));

    /// <summary>There the library escapes what is unusual (RFC 1035 5.1); a name that is asked again must not carry that.</summary>
    private static string Unescape(string name)
    {
        if (!name.Contains('\\', StringComparison.Ordinal))
            return name;
        System.Text.StringBuilder plain = new(name.Length);
        for (int at = 0; at < name.Length; at++)
        {
            if (name[at] != '\\' || at + 1 == name.Length)
            {
                plain.Append(name[at]);
            }
            else if (at + 3 < name.Length && byte.TryParse(name.AsSpan(at + 1, 3), out byte octet))
            {
                plain.Append((char)octet);
                at += 3;
            }
            else
            {
                plain.Append(name[++at]);
            }
        }

        return plain.ToString();
    }
}
