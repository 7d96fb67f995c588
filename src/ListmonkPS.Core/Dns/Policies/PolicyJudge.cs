using System.Net;
using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.Core.Dns.Lookup.Records;
using ListmonkPS.Core.Dns.Policies.MtaSts;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Dns.Policies;

/// <summary>Judges the policy behind an MTA-STS record: that it can be fetched, is right, and fits the domain's mail hosts (RFC 8461 3, 4, 5).</summary>
/// <param name="lookup">Where names are asked.</param>
/// <param name="fetch">Fetches the file.</param>
internal sealed class PolicyJudge(IDnsLookup lookup, IPolicyFetch fetch)
{
    /// <summary>An enforced policy that is kept for less than a day protects hardly: each attacker waits so long (RFC 8461 10.2 wants weeks).</summary>
    private static readonly TimeSpan ShortAge = TimeSpan.FromDays(1);

    /// <summary>Adds what the policy is worth to the test of the record.</summary>
    /// <param name="test">The test of the record, passed.</param>
    /// <param name="domain">The domain.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<DnsTest> JudgeAsync(DnsTest test, string domain, CancellationToken cancellation)
    {
        string host = "mta-sts." + domain;
        DnsAnswer[] answers = await Task.WhenAll(
            lookup.AskAsync(new DnsQuestion(host, DnsRecordType.A), cancellation).AsTask(),
            lookup.AskAsync(new DnsQuestion(host, DnsRecordType.Aaaa), cancellation).AsTask());
        IPAddress[] addresses = [.. answers.SelectMany(answer => answer.Records).OfType<AddressRecord>().Select(record => record.Address)];
        if (addresses.Length == 0)
        {
            return Array.Find(answers, answer => answer.IsError) is { } failed
                ? PolicyTest.Error(DnsTestKind.MtaSts, host, failed)
                : Warn(test, DnsReason.HostUnknown, host);
        }

        PolicyFile file = await fetch.FetchAsync(host, addresses, cancellation);
        if (file.Text is null)
            return Warn(test, file.Reason!, file.Detail);
        (MtaStsPolicy? policy, string fault) = MtaStsPolicy.Parse(file.Text);
        return policy is null ? Warn(test, DnsReason.PolicyInvalid, fault) : await JudgePolicyAsync(test, policy, domain, cancellation);
    }

    private async Task<DnsTest> JudgePolicyAsync(DnsTest test, MtaStsPolicy policy, string domain, CancellationToken cancellation)
    {
        DnsAnswer answer = await lookup.AskAsync(new DnsQuestion(domain, DnsRecordType.Mx), cancellation);
        string[] hosts = [.. answer.Records.OfType<MxRecord>().Select(record => record.Exchange).Where(host => host.Length > 0)];
        if (policy.Mode != "none" && Array.Find(hosts, host => !policy.Covers(host)) is { } uncovered)
            return Warn(test, DnsReason.MxNotCovered, uncovered);
        if (policy.IsEnforced && policy.MaxAge < ShortAge)
            return Warn(test, DnsReason.PolicyShortLived, $"{policy.MaxAge.TotalSeconds}");
        return test with { Summary = Texts.Format("dns.test.MtaSts.policy", domain, policy.Mode, policy.MaxAge.TotalDays) };
    }

    private static DnsTest Warn(DnsTest test, string reason, string detail) =>
        PolicyTest.Tell(DnsTestKind.MtaSts, test.Name, CheckStatus.Warning, reason, HarmlessText.Of(detail)) with { Record = test.Record };
}
