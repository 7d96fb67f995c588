using ListmonkPS.Core.Dns.Dmarc.Records;

namespace ListmonkPS.Core.Dns.Dmarc;

/// <summary>The policy that a record gives a domain.</summary>
/// <param name="Tag">p, sp or np; null for none.</param>
/// <param name="Policy">As published or assumed; null for none.</param>
/// <param name="Reasons">Machine words.</param>
internal sealed record DmarcChoice(string? Tag, string? Policy, IReadOnlyList<string> Reasons)
{
    /// <summary>The policy after test mode: one step lower (RFC 9989 4.7 t).</summary>
    public string? Effective { get; private init; } = Policy;

    /// <summary>Chooses from a record (RFC 9989 4.10.1, RFC 7489 6.6.3).</summary>
    /// <param name="record">The record that applies.</param>
    /// <param name="isInherited">True when it is not the domain's own.</param>
    /// <param name="exists">False when the domain is NXDOMAIN.</param>
    public static DmarcChoice From(DmarcRecord record, bool isInherited, bool exists)
    {
        if (record.PolicyFaults.Count > 0)
        {
            return record.IsAssumedNone
                ? new DmarcChoice("p", DmarcPolicy.None, [.. record.PolicyFaults, DmarcReason.AssumedNone])
                : new DmarcChoice(null, null, [.. record.PolicyFaults, DmarcReason.NoProcessing]);
        }

        (string Tag, string? Policy)[] order = (isInherited, exists) switch
        {
            (false, _) => [("p", record.Policy)],
            (true, true) => [("sp", record.SubdomainPolicy), ("p", record.Policy)],
            (true, false) => [("np", record.NonexistentPolicy), ("sp", record.SubdomainPolicy), ("p", record.Policy)],
        };
        (string tag, string? policy) = order.First(choice => choice.Policy is not null);
        return record.Testing == "y" && policy != DmarcPolicy.None
            ? new DmarcChoice(tag, policy, [DmarcReason.TestMode]) { Effective = policy == DmarcPolicy.Reject ? DmarcPolicy.Quarantine : DmarcPolicy.None }
            : new DmarcChoice(tag, policy, []);
    }
}
