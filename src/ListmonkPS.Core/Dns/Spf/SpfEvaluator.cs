using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.Core.Dns.Lookup.Records;
using ListmonkPS.Core.Dns.Spf.Records;

namespace ListmonkPS.Core.Dns.Spf;

/// <summary>
/// check_host of RFC 7208: the door of this room. A record is read whole before anything in it is evaluated (4.6); then its terms are tried from
/// left to right and the first that matches decides (4.6.2).
/// </summary>
/// <param name="lookup">Where names are asked.</param>
/// <param name="clock">Bounds the check (each lookup has a bound of its own) and gives the t macro its value.</param>
/// <param name="limits">Limits of 4.6.4; null for the RFC's.</param>
internal sealed class SpfEvaluator(IDnsLookup lookup, TimeProvider clock, SpfLimits? limits = null)
{
    private readonly SpfLimits _limits = limits ?? new SpfLimits();

    /// <summary>Checks whether a host may send for a domain.</summary>
    /// <param name="identity">Who sends.</param>
    /// <param name="cancellation">Ends the check.</param>
    public async Task<SpfResult> CheckHostAsync(SpfIdentity identity, CancellationToken cancellation)
    {
        if (identity.Domain is not { } domain)
            return SpfResultMaker.Make(identity, new SpfCheck(identity.Given).End(SpfOutcome.None, SpfReason.DomainInvalid), run: null, explanation: null);
        SpfRun run = new(identity, lookup, _limits, clock, cancellation);
        SpfCheck check = await CheckAsync(run, domain, isRoot: true);
        return SpfResultMaker.Make(identity, check, run, await SpfExplanation.FindAsync(run, check));
    }

    private static async ValueTask<SpfCheck> CheckAsync(SpfRun run, string domain, bool isRoot)
    {
        SpfCheck check = new(domain);
        if (!DomainName.IsFullyQualified(domain))
            return check.End(SpfOutcome.None, SpfReason.DomainInvalid); // 4.3
        DnsAnswer answer = isRoot
            ? await run.AskAsync(domain, DnsRecordType.Txt)
            : await run.AskCountingVoidAsync(domain, DnsRecordType.Txt);
        if (answer.IsError)
            return check.End(SpfOutcome.TempError, run.ErrorReason); // 4.4
        List<string> texts = SpfRecordParser.Select(answer.Records);
        check.Text = texts.FirstOrDefault();
        if (texts.Count != 1)
        {
            return texts.Count == 0
                ? check.End(SpfOutcome.None, SpfReason.NoRecord)
                : check.End(SpfOutcome.PermError, SpfReason.MultipleRecords); // 4.5
        }

        if (!SpfRecordParser.TryParse(texts[0], out SpfRecord? record, out SpfSyntaxError? error))
        {
            check.SyntaxError = error;
            return check.End(SpfOutcome.PermError, SpfReason.SyntaxError); // 4.6
        }

        return await EvaluateAsync(run, check, record);
    }

    private static async ValueTask<SpfCheck> EvaluateAsync(SpfRun run, SpfCheck check, SpfRecord record)
    {
        foreach (SpfTerm term in record.Mechanisms)
        {
            SpfMatch match = await MatchAsync(run, term, check.Domain);
            SpfOutcome? result = match.Error ?? (match.IsMatch ? term.Qualifier : null);
            check.Trace(term, run, match, result);
            if (match.Error is { } failed)
                return check.Fail(failed, match);
            if (match.IsMatch)
                return check.Match(term, match.Inner, record.Exp);
        }

        return record.Redirect is { } redirect && !record.HasAll
            ? await RedirectAsync(run, check, redirect)
            : check.End(SpfOutcome.Neutral, SpfReason.DefaultResult); // 4.7
    }

    private static async ValueTask<SpfMatch> MatchAsync(SpfRun run, SpfTerm term, string domain)
    {
        if (!TryCount(run, term))
            return new SpfMatch(false) { Error = SpfOutcome.PermError, Reason = SpfReason.LookupLimit };
        SpfMatch match = term.Kind == SpfTermKind.Include
            ? await IncludeAsync(run, term, domain)
            : await SpfMechanisms.MatchAsync(run, term, domain);
        return match.Error is null && run.VoidLookupCount > run.Limits.VoidLookups
            ? match with { IsMatch = false, Error = SpfOutcome.PermError, Reason = SpfReason.VoidLimit }
            : match;
    }

    /// <summary>Counts a term, and the PTR lookup that a p macro in it makes (4.6.4).</summary>
    private static bool TryCount(SpfRun run, SpfTerm term) =>
        (!term.IsCounted || run.TryCountLookup())
        && (term.Domain is not { UsesValidatedName: true } || run.PointerNames is not null || run.TryCountLookup());

    /// <summary>5.2: pass matches; fail, softfail and neutral do not; an error ends all, and so does a domain without record.</summary>
    private static async ValueTask<SpfMatch> IncludeAsync(SpfRun run, SpfTerm term, string domain)
    {
        string target = await run.TargetAsync(term, domain);
        SpfCheck inner = await CheckAsync(run, target, isRoot: false);
        SpfMatch match = new(inner.Result == SpfOutcome.Pass) { Target = target, Inner = inner };
        return inner.Result switch
        {
            SpfOutcome.None => match with { Error = SpfOutcome.PermError, Reason = SpfReason.TargetWithoutRecord },
            SpfOutcome.TempError or SpfOutcome.PermError => match with { Error = inner.Result, Reason = inner.Reason },
            _ => match,
        };
    }

    /// <summary>6.1.</summary>
    private static async ValueTask<SpfCheck> RedirectAsync(SpfRun run, SpfCheck check, SpfTerm redirect)
    {
        if (!TryCount(run, redirect))
        {
            check.Trace(redirect, run, new SpfMatch(false) { Reason = SpfReason.LookupLimit }, SpfOutcome.PermError);
            return check.End(SpfOutcome.PermError, SpfReason.LookupLimit);
        }

        string target = await run.TargetAsync(redirect, check.Domain);
        SpfCheck inner = await CheckAsync(run, target, isRoot: false);
        check.Redirect(redirect, inner);
        check.Trace(redirect, run, new SpfMatch(false) { Target = target, Inner = inner, Reason = inner.Reason }, check.Result);
        return check;
    }
}
