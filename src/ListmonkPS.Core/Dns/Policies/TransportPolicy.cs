using System.Text.RegularExpressions;
using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.Core.Dns.Lookup.Records;
using ListmonkPS.Core.Dns.Policies.MtaSts;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Dns.Policies;

/// <summary>
/// The records about TLS to the domain's own mail hosts: MTA-STS (RFC 8461 3.1) and TLS-RPT (RFC 8460 3). They matter to the mail that the domain gets, not to
/// what it sends, so none is needed; a wrong one is worth a warning.
/// </summary>
/// <param name="lookup">Where names are asked.</param>
/// <param name="fetch">Fetches policy files.</param>
/// <param name="time">Clock.</param>
internal sealed partial class TransportPolicy(IDnsLookup lookup, IPolicyFetch fetch, TimeProvider time)
{
    private const string StsVersion = "v=STSv1";
    private const string RptVersion = "v=TLSRPTv1";

    /// <summary>Tests MTA-STS.</summary>
    public async Task<DnsTest> CheckMtaStsAsync(string domain, CancellationToken cancellation)
    {
        DnsTest test = await CheckAsync(DnsTestKind.MtaSts, "_mta-sts." + domain, StsVersion, texts => TransportRepair.MtaSts(texts, time.GetUtcNow()), cancellation);
        return test.Record is null || test.Status != CheckStatus.Pass ? test : await new PolicyJudge(lookup, fetch).JudgeAsync(test, domain, cancellation);
    }

    /// <summary>Tests TLS-RPT.</summary>
    public Task<DnsTest> CheckTlsRptAsync(string domain, CancellationToken cancellation) =>
        CheckAsync(DnsTestKind.TlsRpt, "_smtp._tls." + domain, RptVersion, texts => TransportRepair.TlsRpt(texts, domain), cancellation);

    /// <summary>True for a URI that reports can be sent to.</summary>
    public static bool IsReportUri(string uri) => ReportUri().IsMatch(uri);

    /// <summary>Both have the same shape: records that begin with the version count, and more than one counts for none.</summary>
    private async Task<DnsTest> CheckAsync(DnsTestKind kind, string name, string version, Func<string[], string> mend, CancellationToken cancellation)
    {
        DnsAnswer answer = await lookup.AskAsync(new DnsQuestion(name, DnsRecordType.Txt), cancellation);
        if (answer.IsError)
            return PolicyTest.Error(kind, name, answer);
        string[] texts = [.. answer.Records.OfType<TxtRecord>().Select(record => record.Text).Where(text => HasVersion(text, version))];
        return texts switch
        {
            [] => PolicyTest.Tell(kind, name, CheckStatus.Pass, DnsReason.NoRecord),
            [string text] when IsRight(text) => PolicyTest.Pass(kind, name, text),
            [string text] => Mended(PolicyTest.Tell(kind, name, CheckStatus.Warning, DnsReason.SyntaxError, text), mend(texts)),
            _ => Mended(PolicyTest.Tell(kind, name, CheckStatus.Warning, DnsReason.MultipleRecords, texts[0]), mend(texts)),
        };
    }

    private static bool IsRight(string text) => HasVersion(text, StsVersion) ? MtaSts().IsMatch(text) : TlsRpt().IsMatch(text);

    private static DnsTest Mended(DnsTest test, string record) => IsRight(record)
        ? test with
        {
            Proposal = new DnsProposal(test.Name, HarmlessText.Of(record, ushort.MaxValue)) { Proof = Texts.Format("dns.proposal.transport", test.Kind) },
            Remedy = Texts.Format("dns.test.transport.publish", test.Name, HarmlessText.Of(record, ushort.MaxValue)),
        }
        : test;

    private static bool HasVersion(string text, string version) =>
        text.StartsWith(version, StringComparison.Ordinal) && (text.Length == version.Length || text[version.Length] is ';' or ' ' or '\t');

    [GeneratedRegex(@"^v=STSv1[ \t]*;[ \t]*id=[A-Za-z0-9]{1,32}[ \t]*(;.*)?$")]
    private static partial Regex MtaSts();

    [GeneratedRegex(@"^(mailto:[^@,;!\s]+@[^,;!\s]+|https:[^,;!\s]+)$")]
    private static partial Regex ReportUri();

    [GeneratedRegex(@"^v=TLSRPTv1[ \t]*;[ \t]*rua=(mailto:[^@,;!\s]+@[^,;!\s]+|https:[^,;!\s]+)([ \t]*,[ \t]*(mailto:[^@,;!\s]+@[^,;!\s]+|https:[^,;!\s]+))*[ \t]*(;.*)?$")]
    private static partial Regex TlsRpt();
}
