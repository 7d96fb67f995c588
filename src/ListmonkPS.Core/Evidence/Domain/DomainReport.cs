using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.Core.Evidence.Sender;

namespace ListmonkPS.Core.Evidence.Domain;

/// <summary>What the DNS says about the domain that a server sends as.</summary>
internal sealed record DomainReport
{
    /// <summary>Who sends, from where, signed by whom; null when the From address has no domain.</summary>
    public DomainSubject? Subject { get; init; }

    /// <summary>The tests; empty when the domain was not asked for.</summary>
    public IReadOnlyList<DnsTest> Tests { get; init; } = [];

    /// <summary>What further servers say; empty when there were none.</summary>
    public IReadOnlyList<ServerDifference> Others { get; init; } = [];

    /// <summary>True when any DNS server said anything.</summary>
    public bool HasHeard { get; init; }

    /// <summary>True when the domain is none that exists in the public DNS, and no server was named that may know it.</summary>
    public bool IsSpecialUse { get; init; }

    /// <summary>True when mail goes through a provider that is known: many of them use an envelope domain of their own.</summary>
    public bool IsThroughProvider => Subject is { IsEnvelopeInferred: true, SmtpHost: { } host } && ProviderIncludes.Of(host) is not null;

    /// <summary>True when a mail shows a signature of the From domain whose key is usable: then SPF alone does not decide.</summary>
    public bool IsSigned => Subject is { HasSignatures: true, Domain: { } from } && Of(DnsTestKind.Dkim)
        .Select(test => test.Detail)
        .OfType<DkimResult>()
        .Any(key => key.Verdict == DkimVerdict.Usable && (DomainName.IsAtOrBelow(from, key.Domain) || DomainName.IsAtOrBelow(key.Domain, from)));

    /// <summary>True when a mail shows that there is no such signature.</summary>
    public bool IsUnsigned => Subject is { HasSignatures: true } && !IsSigned;

    /// <summary>The tests of a kind.</summary>
    public IEnumerable<DnsTest> Of(DnsTestKind kind) => Tests.Where(test => test.Kind == kind);
}
