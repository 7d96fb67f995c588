using ListmonkPS.Core.Dns.Dmarc.Records;

namespace ListmonkPS.Core.Dns.Dmarc;

/// <summary>The outcome for a message (RFC 9989 5.3).</summary>
/// <param name="Result">One of the words of <see cref="DmarcOutcome"/>.</param>
/// <param name="SpfAligned">SPF passed for an aligned domain.</param>
/// <param name="DkimAligned">A signature of an aligned domain verified.</param>
/// <param name="Reasons">Machine words.</param>
internal sealed record DmarcMessage(string Result, bool SpfAligned, bool DkimAligned, IReadOnlyList<string> Reasons)
{
    /// <summary>Evaluates a message against the policy that was discovered.</summary>
    /// <param name="query">What was authenticated.</param>
    /// <param name="verdict">Word of the discovery's verdict.</param>
    /// <param name="record">The record that applies; null for none.</param>
    /// <param name="alignment">Compares domains.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static async Task<DmarcMessage> EvaluateAsync(
        DmarcQuery query, string verdict, DmarcRecord? record, DmarcAlignment alignment, CancellationToken cancellation)
    {
        if (record is null || verdict != DmarcVerdict.Found)
            return new DmarcMessage(verdict == DmarcVerdict.TempError ? DmarcOutcome.TempError : DmarcOutcome.None, false, false, []);
        List<string> reasons = [];
        DmarcIdentifier[] spfPasses = query.Spf is { IsPass: true } spf ? [spf] : [];
        DmarcIdentifier[] dkimPasses = [.. query.Dkim.Where(signature => signature.IsPass)];
        bool? spfAligned = await alignment.IsAnyAlignedAsync(spfPasses, record.SpfAlignment, cancellation);
        bool? dkimAligned = await alignment.IsAnyAlignedAsync(dkimPasses, record.DkimAlignment, cancellation);
        if (query.Spf is { IsPass: false })
            reasons.Add(DmarcReason.SpfNotPass);
        Note(reasons, spfPasses.Length > 0, spfAligned, DmarcReason.SpfAligned, DmarcReason.SpfUnaligned);
        Note(reasons, dkimPasses.Length > 0, dkimAligned, DmarcReason.DkimAligned, DmarcReason.DkimUnaligned);
        string result = spfAligned == true || dkimAligned == true ? DmarcOutcome.Pass
            : spfAligned is null || dkimAligned is null ? DmarcOutcome.TempError
            : DmarcOutcome.Fail;
        return new DmarcMessage(result, spfAligned == true, dkimAligned == true, reasons);
    }

    private static void Note(List<string> reasons, bool isAuthenticated, bool? isAligned, string aligned, string unaligned)
    {
        if (isAuthenticated)
            reasons.Add(isAligned switch { true => aligned, false => unaligned, null => DmarcReason.DnsError });
    }
}
