using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.Core.Dns.Lookup.Records;
using ListmonkPS.Core.Dns.Spf.Macros;
using ListmonkPS.Core.Dns.Spf.Records;

namespace ListmonkPS.Core.Dns.Spf;

/// <summary>What one whole check shares from the root to the deepest include: who sends, the counts, and the way to the DNS.</summary>
internal sealed class SpfRun(SpfIdentity identity, IDnsLookup lookup, SpfLimits limits, TimeProvider clock, CancellationToken cancellation)
{
    private static readonly DnsAnswer TooLate = new(DnsAnswerKind.Timeout);

    private readonly long _start = clock.GetTimestamp();
    private bool _isTooLate;
    private int _voidNotedAt = -1;

    public SpfIdentity Identity { get; } = identity;

    public SpfLimits Limits { get; } = limits;

    /// <summary>Terms with lookups so far.</summary>
    public int LookupCount { get; private set; }

    /// <summary>Terms so far whose lookups found nothing.</summary>
    public int VoidLookupCount { get; private set; }

    /// <summary>The names of the client's address, once they were asked for; null before.</summary>
    public IReadOnlyList<string>? PointerNames { get; set; }

    /// <summary>Counts a term; false when it is one too many (RFC 7208 4.6.4).</summary>
    public bool TryCountLookup() => ++LookupCount <= Limits.Lookups;

    /// <summary>Counts a term whose lookup found nothing: once a term, however many of its lookups did (4.6.4 counts terms).</summary>
    public void CountVoid()
    {
        if (_voidNotedAt == LookupCount)
            return;
        _voidNotedAt = LookupCount;
        VoidLookupCount++;
    }

    /// <summary>The machine word for an answer that is an error: the lookup failed, or it was not made as the check took too long already.</summary>
    public string ErrorReason => _isTooLate ? SpfReason.TimeLimit : SpfReason.DnsError;

    /// <summary>Asks without counting; when the time of the check is over, nothing is asked any more (4.6.4).</summary>
    public ValueTask<DnsAnswer> AskAsync(string name, DnsRecordType type)
    {
        _isTooLate |= clock.GetElapsedTime(_start) > Limits.Time;
        return _isTooLate ? ValueTask.FromResult(TooLate) : lookup.AskAsync(new DnsQuestion(name, type), cancellation);
    }

    /// <summary>Asks for a mechanism: an empty answer counts as void.</summary>
    public async ValueTask<DnsAnswer> AskCountingVoidAsync(string name, DnsRecordType type)
    {
        if (!DomainName.CanBeAsked(name))
            return new DnsAnswer(DnsAnswerKind.NxDomain); // no query, so no void lookup; an impossible name matches nothing (4.8)
        DnsAnswer answer = await AskAsync(name, type);
        if (answer.IsVoid)
            CountVoid();
        return answer;
    }

    /// <summary>The name that a term is about: its domain-spec with macros put in, or the current domain.</summary>
    public async ValueTask<string> TargetAsync(SpfTerm term, string domain) => term.Domain switch
    {
        null => domain,
        { ConstantName: { } name } => name,
        { } macros => macros.ExpandName(await ValuesAsync(macros, domain)),
    };

    /// <summary>What macros stand for at a domain; the validated name is looked up only where it is used.</summary>
    public async ValueTask<MacroValues> ValuesAsync(MacroString macros, string domain) => new()
    {
        Sender = Identity.Sender,
        LocalPart = Identity.LocalPart,
        SenderDomain = Identity.SenderDomain,
        Domain = domain,
        Client = Identity.Client,
        Hello = Identity.Hello,
        ValidatedName = macros.UsesValidatedName ? await SpfValidatedNames.FindAsync(this, domain) : MacroValues.Unknown,
        Now = clock.GetUtcNow(),
    };
}
