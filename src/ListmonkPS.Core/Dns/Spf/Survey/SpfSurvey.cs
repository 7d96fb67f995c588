using System.Collections.Concurrent;
using System.Text;
using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.Core.Dns.Lookup.Records;
using ListmonkPS.Core.Dns.Spf.Records;

namespace ListmonkPS.Core.Dns.Spf.Survey;

/// <summary>
/// Walks a record with all that it includes, side by side: counts the lookups of the worst case, and leaves the answers in the run's lookup, so that
/// check_host after it waits for nothing.
/// </summary>
/// <param name="lookup">Where names are asked; each only once.</param>
internal sealed class SpfSurvey(RunLookup lookup)
{
    /// <summary>Records that are walked at most; far more than any receiver reads.</summary>
    private const int MostRecords = 100;

    /// <summary>What a record costs that includes itself: more than is allowed, however it goes on.</summary>
    private const int LoopCost = 11;

    /// <summary>Longest record that surely fits into one answer over UDP (RFC 7208 3.4).</summary>
    private const int UsualLength = 450;

    private const int ManyLookups = 8;

    /// <summary>Questions for addresses and mail hosts at most: a record of a thousand terms costs nobody a thousand questions.</summary>
    private const int MostQuestions = 150;

    private readonly ConcurrentDictionary<string, bool> _domains = new(StringComparer.OrdinalIgnoreCase);
    private int _walked;
    private int _questions;

    /// <summary>Walks the record of a domain.</summary>
    public async Task<SpfSurveyResult> WalkAsync(string domain, CancellationToken cancellation)
    {
        int count = await CountAsync(domain, [], cancellation);
        SpfRecord? own = await ReadAsync(domain, cancellation);
        return new SpfSurveyResult(count, own is null ? [] : [.. Notes(own, count)], [.. _domains.Keys]);
    }

    /// <summary>Terms with lookups of one record and of all below it; a record that is included twice counts twice.</summary>
    private async Task<int> CountAsync(string domain, string[] path, CancellationToken cancellation)
    {
        if (path.Contains(domain, StringComparer.OrdinalIgnoreCase))
            return LoopCost;
        if (Interlocked.Increment(ref _walked) > MostRecords || await ReadAsync(domain, cancellation) is not { } record)
            return 0;
        _domains[domain] = true;
        SpfTerm[] terms = [.. Reached(record).Where(term => term.IsCounted)];
        int[] below = await Task.WhenAll(terms.Select(term => BelowAsync(term, domain, [.. path, domain], cancellation)));
        return terms.Length + below.Sum();
    }

    private async Task<int> BelowAsync(SpfTerm term, string domain, string[] path, CancellationToken cancellation)
    {
        if (term.Domain is { ConstantName: null })
            return 0; // differs from client to client
        string name = term.Domain?.ConstantName ?? domain;
        switch (term.Kind)
        {
            case SpfTermKind.Include or SpfTermKind.Redirect:
                return await CountAsync(name, path, cancellation);
            case SpfTermKind.A or SpfTermKind.Exists:
                await AskAddressesAsync(name, cancellation);
                return 0;
            case SpfTermKind.Mx when Interlocked.Increment(ref _questions) <= MostQuestions:
                DnsAnswer hosts = await lookup.AskAsync(new DnsQuestion(name, DnsRecordType.Mx), cancellation);
                await Task.WhenAll(hosts.Records.OfType<MxRecord>().Take(new SpfLimits().MxHosts).Select(host => AskAddressesAsync(host.Exchange, cancellation)));
                return 0;
            default:
                return 0;
        }
    }

    private Task AskAddressesAsync(string name, CancellationToken cancellation) => Interlocked.Add(ref _questions, 2) > MostQuestions ? Task.CompletedTask : Task.WhenAll(
        lookup.AskAsync(new DnsQuestion(name, DnsRecordType.A), cancellation).AsTask(),
        lookup.AskAsync(new DnsQuestion(name, DnsRecordType.Aaaa), cancellation).AsTask());

    private async Task<SpfRecord?> ReadAsync(string domain, CancellationToken cancellation)
    {
        if (!DomainName.IsFullyQualified(domain))
            return null;
        DnsAnswer answer = await lookup.AskAsync(new DnsQuestion(domain, DnsRecordType.Txt), cancellation);
        return SpfRecordParser.Select(answer.Records) is [string text] && SpfRecordParser.TryParse(text, out SpfRecord? record, out _) ? record : null;
    }

    /// <summary>The terms that evaluation can come to: none behind all, and redirect only without all.</summary>
    private static IEnumerable<SpfTerm> Reached(SpfRecord record) => record.HasAll
        ? record.Mechanisms.TakeWhile(term => term.Kind != SpfTermKind.All)
        : record.Redirect is { } redirect ? record.Mechanisms.Append(redirect) : record.Mechanisms;

    private static IEnumerable<string> Notes(SpfRecord record, int count)
    {
        SpfTerm? all = record.Mechanisms.FirstOrDefault(term => term.Kind == SpfTermKind.All);
        if (all is null && record.Redirect is null)
            yield return SpfNote.NoEnd;
        else if (all is { Qualifier: SpfOutcome.Pass })
            yield return SpfNote.AllowsAll;
        else if (all is { Qualifier: SpfOutcome.Neutral })
            yield return SpfNote.SaysNothing;
        if (record.Mechanisms.Any(term => term.Kind == SpfTermKind.Ptr))
            yield return SpfNote.Ptr;
        if (Encoding.UTF8.GetByteCount(record.Text) > UsualLength)
            yield return SpfNote.Long;
        if (count > ManyLookups)
            yield return SpfNote.ManyLookups;
        if (all is not null && record.Mechanisms[^1] != all)
            yield return SpfNote.BehindAll;
    }
}
