using ListmonkPS.Core.Dns.Dmarc.Discovery;
using ListmonkPS.Core.Dns.Dmarc.Records;
using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.Core.Dns.Lookup.Records;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Dns.Dmarc;

/// <summary>Finds the policy that applies to a domain and the outcome for a message (RFC 9989; RFC 7489 on request): the door of this room.</summary>
/// <param name="lookup">Where names are asked.</param>
internal sealed class DmarcCheck(IDnsLookup lookup)
{
    /// <summary>Judges by the standard of the query; by RFC 9989 the result of RFC 7489 is added where it differs.</summary>
    public async Task<DmarcResult> CheckAsync(DmarcQuery query, CancellationToken cancellation)
    {
        DmarcResult result = await JudgeAsync(query, cancellation);
        if (query.Standard != DmarcStandard.Rfc9989)
            return result;
        DmarcResult older = await JudgeAsync(query with { Standard = DmarcStandard.Rfc7489, ChecksReports = false }, cancellation);
        // Without a list of suffixes only the domain's own record can be judged by the older text.
        bool isKnown = query.PublicSuffixes is not null
            || (!query.HasMessage && (older.Record is not null || older.Reasons.Contains(DmarcReason.MultipleRecords)));
        return isKnown && DmarcDifference.IsThere(result, older, query.PublicSuffixes is not null) ? result with { ByRfc7489 = older } : result;
    }

    private async Task<DmarcResult> JudgeAsync(DmarcQuery query, CancellationToken cancellation)
    {
        DmarcNameReader reader = new(lookup, query.Standard);
        IDmarcDiscovery discovery = Discovery(query, reader);
        DmarcDiscovery found = await discovery.DiscoverAsync(query.Domain, cancellation);
        string[] asked = [.. reader.Asked];
        (DmarcChoice choice, DmarcDiscovery settled) = await ChooseAsync(query, found, cancellation);
        string verdict = settled.ErrorName is not null ? DmarcVerdict.TempError
            : settled.Record is null ? DmarcVerdict.None
            : choice.Policy is null ? DmarcVerdict.Ignored
            : DmarcVerdict.Found;
        DmarcMessage? message = query.HasMessage
            ? await DmarcMessage.EvaluateAsync(
                query, verdict, settled.Record, new DmarcAlignment(discovery, query.Domain, settled.OrganizationalDomain), cancellation)
            : null;
        IReadOnlyList<DmarcReportAddress> reports = query.ChecksReports && settled.Record is not null
            ? await new DmarcReports(lookup, discovery).CheckAsync(settled.Record, settled.PolicyDomain!, cancellation)
            : [];
        return Make(query, settled, choice, verdict, message) with
        {
            Lookups = new TextList<string>(asked),
            ReportAddresses = new TextList<DmarcReportAddress>(reports),
        };
    }

    private static IDmarcDiscovery Discovery(DmarcQuery query, DmarcNameReader reader) => query.Standard == DmarcStandard.Rfc9989
        ? new TreeWalkDiscovery(reader)
        : new SuffixListDiscovery(reader, query.PublicSuffixes is null ? null : new PublicSuffixes(query.PublicSuffixes));

    /// <summary>
    /// Takes the policy from the record. Whether the domain exists is asked where the policy is inherited (RFC 9989 4.10.1); an error there
    /// matters only where the policies differ.
    /// </summary>
    private async Task<(DmarcChoice Choice, DmarcDiscovery Found)> ChooseAsync(DmarcQuery query, DmarcDiscovery found, CancellationToken cancellation)
    {
        if (found.Record is not { } record)
            return (new DmarcChoice(null, null, []), found);
        DmarcChoice existing = DmarcChoice.From(record, found.IsInherited, exists: true);
        if (!found.IsInherited || query.Standard == DmarcStandard.Rfc7489)
            return (existing, found);
        DnsAnswer answer = await lookup.AskAsync(new DnsQuestion(query.Domain, DnsRecordType.A), cancellation);
        DmarcChoice absent = DmarcChoice.From(record, isInherited: true, exists: false);
        if (answer.Kind == DnsAnswerKind.NxDomain)
            return (absent, found with { Reasons = [.. found.Reasons, DmarcReason.DomainNonexistent] });
        return answer.IsError && existing.Policy != absent.Policy
            ? (new DmarcChoice(null, null, [DmarcReason.DnsError]), found with { Record = null, PolicyDomain = null, ErrorName = query.Domain, ErrorKind = answer.Kind })
            : (existing, found);
    }

    private static DmarcResult Make(DmarcQuery query, DmarcDiscovery found, DmarcChoice choice, string verdict, DmarcMessage? message) => new()
    {
        Domain = query.Domain,
        Standard = query.Standard,
        Verdict = verdict,
        PolicyDomain = found.PolicyDomain?.ToLowerInvariant(),
        PolicyTag = choice.Tag,
        Policy = choice.Policy,
        EffectivePolicy = choice.Effective,
        OrganizationalDomain = found.OrganizationalDomain,
        Record = found.Record is null ? null : HarmlessText.Of(found.Record.Text, ushort.MaxValue),
        Tags = found.Record is null ? System.Collections.ObjectModel.ReadOnlyDictionary<string, object>.Empty : DmarcTags.Of(found.Record, query.Standard),
        Reasons = new TextList<string>(
            found.Reasons.Concat(choice.Reasons).Concat(found.Record?.Notes ?? []).Concat(message?.Reasons ?? []).Distinct()),
        Result = message?.Result,
        SpfAligned = message?.SpfAligned,
        DkimAligned = message?.DkimAligned,
        Summary = DmarcWording.Summary(query, found, choice, verdict, message),
    };
}
