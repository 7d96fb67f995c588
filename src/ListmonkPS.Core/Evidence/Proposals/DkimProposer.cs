using ListmonkPS.Core.Dns.Dkim;
using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.Core.Dns.Lookup.Records;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Evidence.Proposals;

/// <summary>Finds the key record that was meant, and proves it by judging it for the same signature.</summary>
/// <param name="lookup">Where names are asked.</param>
internal sealed class DkimProposer(IDnsLookup lookup)
{
    /// <summary>The record to publish; null when only whoever signs can give it.</summary>
    public async Task<DnsProposal?> ProposeAsync(DkimQuery query, CancellationToken cancellation)
    {
        DnsAnswer answer = await lookup.AskAsync(new DnsQuestion(query.Name, DnsRecordType.Txt), cancellation);
        string[] texts = [.. answer.Records.OfType<TxtRecord>().Select(record => record.Text)];
        if (texts.Length == 0 || DkimRepair.Mend(texts) is not { } mended)
            return null;
        DkimResult result = await new DkimKeyCheck(OverlayLookup.WithText(lookup, query.Name, mended)).CheckAsync(query, cancellation);
        return result.Verdict == DkimVerdict.Usable
            ? new DnsProposal(query.Name, HarmlessText.Of(mended, ushort.MaxValue)) { Proof = Texts.Format("dns.proposal.evaluated", result.Summary) }
            : null;
    }
}
