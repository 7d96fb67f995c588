using ListmonkPS.Core.Dns.Spf.Records;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Dns.Spf;

/// <summary>One call of check_host while it is evaluated: the root's, or that of an include or redirect.</summary>
/// <param name="domain">The current domain, as macros show it.</param>
internal sealed class SpfCheck(string domain)
{
    /// <summary>A TXT record can hold no more than this; longer only by a fault.</summary>
    private const int LongestRecord = ushort.MaxValue;

    private readonly List<SpfTermTrace> _terms = [];

    public string Domain { get; } = domain;

    /// <summary>The record's text; null when there is none.</summary>
    public string? Text { get; set; }

    public SpfOutcome Result { get; private set; }

    /// <summary>Machine word for a result that no term gave.</summary>
    public string? Reason { get; private set; }

    /// <summary>The first term that breaks the grammar, where that is the reason.</summary>
    public SpfSyntaxError? SyntaxError { get; set; }

    /// <summary>The domain below which the reason arose: this one, or an included or redirected one.</summary>
    public string BlamedDomain { get; private set; } = domain;

    /// <summary>The path to the term that decided.</summary>
    public string? DecidedBy { get; private set; }

    /// <summary>The exp modifier that explains a fail, with the domain that published it; null for none (RFC 7208 6.2).</summary>
    public (SpfTerm Term, string Domain)? Exp { get; private set; }

    /// <summary>Ends the check without a match.</summary>
    public SpfCheck End(SpfOutcome result, string reason)
    {
        (Result, Reason) = (result, reason);
        return this;
    }

    /// <summary>Ends the check with the error of a term.</summary>
    public SpfCheck Fail(SpfOutcome error, SpfMatch match)
    {
        Blame(match.Inner, match.Target);
        return End(error, match.Reason!);
    }

    /// <summary>Ends the check with the term that matched.</summary>
    public SpfCheck Match(SpfTerm term, SpfCheck? inner, SpfTerm? exp)
    {
        Result = term.Qualifier;
        DecidedBy = Path(term, inner);
        Exp = Result == SpfOutcome.Fail && exp is not null ? (exp, Domain) : null;
        return this;
    }

    /// <summary>Ends the check with the result of the domain that it was redirected to; that one's exp counts (6.2).</summary>
    public SpfCheck Redirect(SpfTerm term, SpfCheck target)
    {
        bool hasRecord = target.Result != SpfOutcome.None; // 6.1
        Result = hasRecord ? target.Result : SpfOutcome.PermError;
        Reason = hasRecord ? target.Reason : SpfReason.TargetWithoutRecord;
        DecidedBy = target.DecidedBy is null ? null : Path(term, target);
        Exp = target.Exp;
        Blame(target, target.Domain);
        return this;
    }

    /// <summary>Notes a term that was evaluated.</summary>
    public void Trace(SpfTerm term, SpfRun run, SpfMatch match, SpfOutcome? result) => _terms.Add(new SpfTermTrace
    {
        Term = HarmlessText.Of(term.Text, LongestRecord),
        Target = match.Target is null ? null : Harmless(match.Target),
        Matched = match.IsMatch,
        Result = result,
        LookupCount = run.LookupCount,
        VoidLookupCount = run.VoidLookupCount,
        MatchedAddress = match.Address is null ? null : Harmless(match.Address),
        Found = match.Found is { Count: > 0 } found ? new TextList<string>(found.Select(Harmless)) : TextList<string>.Empty,
        Reason = match.Reason,
        Inner = match.Inner?.ToTrace(),
    });

    /// <summary>The check as it is shown.</summary>
    public SpfCheckTrace ToTrace() => new()
    {
        Domain = Harmless(Domain),
        Record = Text is null ? null : HarmlessText.Of(Text, LongestRecord),
        Result = Result,
        Reason = Reason,
        Terms = new TextList<SpfTermTrace>(_terms),
    };

    private static string Harmless(string name) => HarmlessText.Of(name, HarmlessText.ValueLength);

    private void Blame(SpfCheck? inner, string? target)
    {
        BlamedDomain = inner?.BlamedDomain ?? target ?? Domain;
        SyntaxError = inner?.SyntaxError;
    }

    private static string Path(SpfTerm term, SpfCheck? inner) =>
        inner?.DecidedBy is { } path ? $"{term.Text} > {path}" : term.Text;
}
