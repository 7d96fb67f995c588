using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Dns.Spf;

/// <summary>Makes what leaves this room: the result with its sentence.</summary>
internal static class SpfResultMaker
{
    /// <summary>Makes the result of a whole check.</summary>
    /// <param name="identity">Who sends.</param>
    /// <param name="check">The root.</param>
    /// <param name="run">The counts; null when nothing was asked.</param>
    /// <param name="explanation">The domain's text for a fail.</param>
    public static SpfResult Make(SpfIdentity identity, SpfCheck check, SpfRun? run, string? explanation) => new()
    {
        Domain = HarmlessText.Of(check.Domain, HarmlessText.ValueLength),
        IPAddress = identity.Client.ToString(),
        Sender = HarmlessText.Of(identity.Sender, HarmlessText.ValueLength),
        HelloName = HarmlessText.Of(identity.Hello, HarmlessText.ValueLength),
        Result = check.Result,
        Explanation = explanation,
        LookupCount = run?.LookupCount ?? 0,
        VoidLookupCount = run?.VoidLookupCount ?? 0,
        Record = check.Text is null ? null : HarmlessText.Of(check.Text, ushort.MaxValue),
        DecidedBy = check.DecidedBy is null ? null : HarmlessText.Of(check.DecidedBy, HarmlessText.ValueLength),
        Reasons = check.Reason is null ? TextList<string>.Empty : new TextList<string>([check.Reason]),
        Sentence = Sentence(identity, check),
        Trace = run is null ? null : check.ToTrace(),
    };

    private static SpfSentence Sentence(SpfIdentity identity, SpfCheck check)
    {
        string domain = HarmlessText.Of(check.Domain);
        string blamed = HarmlessText.Of(check.BlamedDomain);
        if (check.SyntaxError is { } error)
            return new SpfSentence("dns.spf.syntax.", error.Rule, blamed, HarmlessText.Of(error.Term));
        return check.Reason is { } reason
            ? new SpfSentence("dns.spf.reason.", reason, domain, blamed)
            : new SpfSentence("dns.spf.result.", check.Result.ToString(), domain, identity.Client.ToString(), HarmlessText.Of(check.DecidedBy));
    }
}
