using System.Text.RegularExpressions;
using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.Core.Dns.Lookup.Records;

namespace ListmonkPS.Core.Dns.Policies;

/// <summary>
/// The records about TLS to the domain's own mail hosts: MTA-STS (RFC 8461 3.1) and TLS-RPT (RFC 8460 3). They matter to the mail that the domain gets, not to
/// what it sends, so none is needed; a wrong one is worth a warning. The policy file behind MTA-STS is not fetched.
/// </summary>
/// <param name="lookup">Where names are asked.</param>
internal sealed partial class TransportPolicy(IDnsLookup lookup)
{
    /// <summary>Tests MTA-STS.</summary>
    public async Task<DnsTest> CheckMtaStsAsync(string domain, CancellationToken cancellation)
    {
        DnsTest test = await CheckAsync(DnsTestKind.MtaSts, "_mta-sts." + domain, "v=STSv1", MtaSts(), cancellation);
        if (test.Record is null || test.Status != CheckStatus.Pass)
            return test;
        string host = "mta-sts." + domain;
        DnsAnswer answer = await lookup.AskAsync(new DnsQuestion(host, DnsRecordType.A), cancellation);
        return answer.IsVoid && (await lookup.AskAsync(new DnsQuestion(host, DnsRecordType.Aaaa), cancellation)).IsVoid
            ? PolicyTest.Tell(DnsTestKind.MtaSts, test.Name, CheckStatus.Warning, DnsReason.HostUnknown, host)
            : test;
    }

    /// <summary>Tests TLS-RPT.</summary>
    public Task<DnsTest> CheckTlsRptAsync(string domain, CancellationToken cancellation) =>
        CheckAsync(DnsTestKind.TlsRpt, "_smtp._tls." + domain, "v=TLSRPTv1", TlsRpt(), cancellation);

    /// <summary>Both have the same shape: records that begin with the version count, and more than one counts for none.</summary>
    private async Task<DnsTest> CheckAsync(DnsTestKind kind, string name, string version, Regex grammar, CancellationToken cancellation)
    {
        DnsAnswer answer = await lookup.AskAsync(new DnsQuestion(name, DnsRecordType.Txt), cancellation);
        if (answer.IsError)
            return PolicyTest.Error(kind, name, answer);
        string[] texts = [.. answer.Records.OfType<TxtRecord>().Select(record => record.Text).Where(text => HasVersion(text, version))];
        return texts switch
        {
            [] => PolicyTest.Tell(kind, name, CheckStatus.Pass, DnsReason.NoRecord),
            [string text] when grammar.IsMatch(text) => PolicyTest.Pass(kind, name, text),
            [string text] => PolicyTest.Tell(kind, name, CheckStatus.Warning, DnsReason.SyntaxError, text),
            _ => PolicyTest.Tell(kind, name, CheckStatus.Warning, DnsReason.MultipleRecords, texts[0]),
        };
    }

    private static bool HasVersion(string text, string version) =>
        text.StartsWith(version, StringComparison.Ordinal) && (text.Length == version.Length || text[version.Length] is ';' or ' ' or '\t');

    [GeneratedRegex(@"^v=STSv1[ \t]*;[ \t]*id=[A-Za-z0-9]{1,32}[ \t]*(;.*)?$")]
    private static partial Regex MtaSts();

    [GeneratedRegex(@"^v=TLSRPTv1[ \t]*;[ \t]*rua=(mailto:[^@,;!\s]+@[^,;!\s]+|https:[^,;!\s]+)([ \t]*,[ \t]*(mailto:[^@,;!\s]+@[^,;!\s]+|https:[^,;!\s]+))*[ \t]*(;.*)?$")]
    private static partial Regex TlsRpt();
}
