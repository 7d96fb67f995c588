using System.Net;
using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.Core.Dns.Lookup.Records;
using ListmonkPS.Core.Dns.Spf;
using ListmonkPS.Core.Dns.Spf.Records;
using ListmonkPS.Core.Dns.Spf.Survey;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Evidence.Domain;

/// <summary>Finds the record that should be published, and proves it by evaluating it: what does not pass within the limits is not proposed.</summary>
/// <param name="run">Where names are asked.</param>
/// <param name="time">Clock.</param>
internal sealed class SpfProposer(RunLookup run, TimeProvider time)
{
    /// <summary>Proposes a record for the envelope domain.</summary>
    /// <param name="subject">Who sends; without addresses only what is wrong with the record is mended.</param>
    /// <param name="domain">Envelope domain.</param>
    /// <param name="include">Include of a provider that has to be named; null for none.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The proposal; null when there is none that helps.</returns>
    public async Task<DnsProposal?> ProposeAsync(DomainSubject subject, string domain, string? include, CancellationToken cancellation)
    {
        DnsAnswer answer = await run.AskAsync(new DnsQuestion(domain, DnsRecordType.Txt), cancellation);
        List<string> records = SpfRecordParser.Select(answer.Records);
        if (answer.IsError || (records.Count == 0 && subject.Addresses.Count == 0 && include is null))
            return null;
        string? whole = records.Count switch
        {
            0 => SpfRepair.New([]),
            1 => SpfRepair.Mend(records[0]),
            _ => SpfRepair.Mend(SpfRepair.Merge(records)),
        };
        if (whole is null)
            return null;
        string wanted = include is null ? whole : SpfRepair.Include(whole, include);
        int? before = records.Count == 1 ? (await new SpfSurvey(run).WalkAsync(domain, cancellation)).LookupCount : null;
        foreach (string candidate in await CandidatesAsync(wanted, domain, subject.Addresses, cancellation))
        {
            if (await ProveAsync(candidate, domain, subject, before, cancellation) is { } proved && !records.SequenceEqual([candidate]))
                return proved;
        }

        return null;
    }

    /// <summary>From the smallest change to the largest: as mended, with the hosts added, without what leads nowhere, with own hosts written as addresses.</summary>
    private async Task<IReadOnlyList<string>> CandidatesAsync(string record, string domain, IReadOnlyList<IPAddress> addresses, CancellationToken cancellation)
    {
        string allowed = SpfRepair.Allow(record, addresses);
        if (!SpfRecordParser.TryParse(record, out SpfRecord? parsed, out _))
            return [record, allowed];
        Dictionary<string, IReadOnlyList<IPAddress>> hosts = new(StringComparer.Ordinal);
        foreach (SpfTerm term in parsed.Mechanisms.Where(IsOwnHost))
            hosts[term.Text] = await AddressesAsync(term, term.Domain?.ConstantName ?? domain, cancellation);
        SpfTerm[] terms = parsed.Redirect is { } redirect ? [.. parsed.Mechanisms, redirect] : [.. parsed.Mechanisms];
        bool[] areDead = await Task.WhenAll(terms.Select(term => IsDeadAsync(term, domain, cancellation)));
        string pruned = SpfRepair.Without(allowed, [.. terms.Where((_, index) => areDead[index]).Select(term => term.Text)]);
        return [record, allowed, pruned, SpfRepair.Flatten(allowed, hosts.GetValueOrDefault), SpfRepair.Flatten(pruned, hosts.GetValueOrDefault)];
    }

    /// <summary>True for a term that leads to a domain without SPF record, or to a name that has nothing: it makes the record an error, or comes near to it.</summary>
    private async Task<bool> IsDeadAsync(SpfTerm term, string domain, CancellationToken cancellation)
    {
        if (term.Domain is { ConstantName: null })
            return false;
        string name = term.Domain?.ConstantName ?? domain;
        DnsRecordType[] types = term.Kind switch
        {
            SpfTermKind.Include or SpfTermKind.Redirect => [DnsRecordType.Txt],
            SpfTermKind.A => [DnsRecordType.A, DnsRecordType.Aaaa],
            SpfTermKind.Mx => [DnsRecordType.Mx],
            SpfTermKind.Exists => [DnsRecordType.A],
            _ => [],
        };
        DnsAnswer[] answers = await Task.WhenAll(types.Select(type => run.AskAsync(new DnsQuestion(name, type), cancellation).AsTask()));
        return answers.Length > 0 && answers.All(answer => !answer.IsError && (types[0] == DnsRecordType.Txt ? SpfRecordParser.Select(answer.Records).Count == 0 : answer.IsVoid));
    }

    private static bool IsOwnHost(SpfTerm term) => term is
    {
        Kind: SpfTermKind.A or SpfTermKind.Mx, Qualifier: SpfOutcome.Pass, Prefix4: SpfTerm.Bits4, Prefix6: SpfTerm.Bits6, Domain: null or { ConstantName: not null },
    };

    private async Task<IReadOnlyList<IPAddress>> AddressesAsync(SpfTerm term, string name, CancellationToken cancellation)
    {
        string[] hosts = term.Kind == SpfTermKind.A
            ? [name]
            : [.. (await run.AskAsync(new DnsQuestion(name, DnsRecordType.Mx), cancellation)).Records.OfType<MxRecord>().Take(new SpfLimits().MxHosts).Select(host => host.Exchange)];
        DnsAnswer[] answers = await Task.WhenAll(hosts.SelectMany(host => (Task<DnsAnswer>[])
        [
            run.AskAsync(new DnsQuestion(host, DnsRecordType.A), cancellation).AsTask(),
            run.AskAsync(new DnsQuestion(host, DnsRecordType.Aaaa), cancellation).AsTask(),
        ]));
        return [.. answers.SelectMany(answer => answer.Records).OfType<AddressRecord>().Select(record => record.Address)];
    }

    private async Task<DnsProposal?> ProveAsync(string candidate, string domain, DomainSubject subject, int? before, CancellationToken cancellation)
    {
        RunLookup proposed = new(OverlayLookup.WithText(run, domain, candidate), cancellation);
        int after = (await new SpfSurvey(proposed).WalkAsync(domain, cancellation)).LookupCount;
        if (after > new SpfLimits().Lookups)
            return null;
        SpfEvaluator evaluator = new(proposed, time);
        IPAddress[] hosts = [.. subject.Addresses];
        // Strangers must not meet an error that the host in question is spared by an earlier term.
        foreach (IPAddress address in hosts.Append(SpfReport.NobodysAddress))
        {
            SpfResult result = await evaluator.CheckHostAsync(SpfIdentity.Create(address, domain, subject.EnvelopeSender, subject.HelloName), cancellation);
            bool isGood = hosts.Contains(address) ? result.Result == SpfOutcome.Pass
                : result.Result != SpfOutcome.PermError && (hosts.Length > 0 || result.Result != SpfOutcome.TempError);
            if (!isGood)
                return null;
        }

        string proof = subject.Addresses.Count > 0
            ? Texts.Format("dns.proposal.spf.pass", string.Join(", ", hosts.Select(address => address.ToString())), after)
            : Texts.Format("dns.proposal.spf.sound", after);
        return new DnsProposal(domain, HarmlessText.Of(candidate, ushort.MaxValue)) { LookupsBefore = before, LookupsAfter = after, Proof = proof };
    }
}
