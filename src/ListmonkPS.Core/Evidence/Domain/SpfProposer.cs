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

    /// <summary>From the smallest change to the largest: as mended, with the hosts added, with own hosts written as addresses.</summary>
    private async Task<IReadOnlyList<string>> CandidatesAsync(string record, string domain, IReadOnlyList<IPAddress> addresses, CancellationToken cancellation)
    {
        string allowed = SpfRepair.Allow(record, addresses);
        Dictionary<string, IReadOnlyList<IPAddress>> hosts = new(StringComparer.Ordinal);
        if (SpfRecordParser.TryParse(record, out SpfRecord? parsed, out _))
        {
            foreach (SpfTerm term in parsed.Mechanisms.Where(IsOwnHost))
                hosts[term.Text] = await AddressesAsync(term.Domain?.ConstantName ?? domain, cancellation);
        }

        return [record, allowed, SpfRepair.Flatten(allowed, hosts.GetValueOrDefault)];
    }

    private static bool IsOwnHost(SpfTerm term) => term is
    {
        Kind: SpfTermKind.A, Qualifier: SpfOutcome.Pass, Prefix4: SpfTerm.Bits4, Prefix6: SpfTerm.Bits6, Domain: null or { ConstantName: not null },
    };

    private async Task<IReadOnlyList<IPAddress>> AddressesAsync(string name, CancellationToken cancellation)
    {
        DnsAnswer[] answers = await Task.WhenAll(
            run.AskAsync(new DnsQuestion(name, DnsRecordType.A), cancellation).AsTask(),
            run.AskAsync(new DnsQuestion(name, DnsRecordType.Aaaa), cancellation).AsTask());
        return [.. answers.SelectMany(answer => answer.Records).OfType<AddressRecord>().Select(record => record.Address)];
    }

    private async Task<DnsProposal?> ProveAsync(string candidate, string domain, DomainSubject subject, int? before, CancellationToken cancellation)
    {
        RunLookup proposed = new(OverlayLookup.WithText(run, domain, candidate), cancellation);
        int after = (await new SpfSurvey(proposed).WalkAsync(domain, cancellation)).LookupCount;
        if (after > new SpfLimits().Lookups)
            return null;
        SpfEvaluator evaluator = new(proposed, time);
        IPAddress[] hosts = subject.Addresses.Count > 0 ? [.. subject.Addresses] : [SpfReport.NobodysAddress];
        foreach (IPAddress address in hosts)
        {
            SpfResult result = await evaluator.CheckHostAsync(SpfIdentity.Create(address, domain, subject.EnvelopeSender, subject.HelloName), cancellation);
            bool isGood = subject.Addresses.Count > 0 ? result.Result == SpfOutcome.Pass : result.Result is not (SpfOutcome.PermError or SpfOutcome.TempError);
            if (!isGood)
                return null;
        }

        string proof = subject.Addresses.Count > 0
            ? Texts.Format("dns.proposal.spf.pass", string.Join(", ", hosts.Select(address => address.ToString())), after)
            : Texts.Format("dns.proposal.spf.sound", after);
        return new DnsProposal(domain, HarmlessText.Of(candidate, ushort.MaxValue)) { LookupsBefore = before, LookupsAfter = after, Proof = proof };
    }
}
