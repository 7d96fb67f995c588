using System.Net;
using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.Core.Dns.Policies;
using ListmonkPS.Core.Dns.Policies.MtaSts;
using ListmonkPS.Core.Evidence.Proposals;

namespace ListmonkPS.Core.Evidence.Domain;

/// <summary>The whole domain at once: everything that does not need something else runs side by side, and each name is asked once.</summary>
/// <param name="run">Where names are asked.</param>
/// <param name="direct">Makes a lookup that asks one server.</param>
/// <param name="fetch">Fetches MTA-STS policies.</param>
/// <param name="time">Clock.</param>
internal sealed class DomainTest(RunLookup run, Func<IPAddress, IDnsLookup> direct, IPolicyFetch fetch, TimeProvider time)
{
    /// <summary>The tests, what is wrong first.</summary>
    public async Task<IReadOnlyList<DnsTest>> RunAsync(DomainSubject subject, DnsTestRequest request, CancellationToken cancellation)
    {
        HostPolicy hosts = new(run);
        TransportPolicy transport = new(run, fetch, time);
        Task<IReadOnlyList<DnsTest>> spf = new SpfReport(run, time).CheckAsync(subject, cancellation);
        Task<IReadOnlyList<DnsTest>> dkim = new DkimReport(run).CheckAsync(subject, cancellation);
        List<Task<DnsTest>> others =
        [
            new DmarcReport(run).CheckAsync(subject, request, cancellation),
            .. subject.Addresses.Select(address => CheckPtrAsync(address, subject, cancellation)),
            CheckMxAsync(subject.Domain, cancellation),
            transport.CheckMtaStsAsync(subject.Domain, cancellation),
            transport.CheckTlsRptAsync(subject.Domain, cancellation),
        ];
        if (subject.HelloName is { } hello)
            others.Add(hosts.CheckHelloAsync(hello, cancellation));
        if (subject.RootHost is { } root && !IPAddress.TryParse(root, out _) && DomainName.IsFullyQualified(root))
            others.Add(hosts.CheckRootUrlAsync(root, cancellation));
        others.Add(new AlignmentReport(run).CheckAsync(subject, request, await spf, await dkim, cancellation));
        List<DnsTest> tests = [.. await spf, .. await dkim, .. await Task.WhenAll(others)];
        if (request.Authoritative && await new AuthorityPolicy(run, direct).CheckAsync(subject.Domain, cancellation) is { } authority)
            tests.Add(authority);
        return [.. tests.OrderBy(test => Weight(test.Status)).ThenBy(test => test.Kind)];
    }

    private async Task<DnsTest> CheckPtrAsync(IPAddress address, DomainSubject subject, CancellationToken cancellation)
    {
        DnsTest test = await new PtrPolicy(run).CheckAsync(address, subject.IsAddressInferred, cancellation);
        return await new HostProposer(run).MendPtrAsync(test, address, subject.Domain, subject.HelloName, cancellation);
    }

    private async Task<DnsTest> CheckMxAsync(string domain, CancellationToken cancellation) =>
        HostProposer.MendMx(await new MxPolicy(run).CheckAsync(domain, cancellation));

    private static int Weight(CheckStatus status) => status switch
    {
        CheckStatus.Fail => 0,
        CheckStatus.Error => 1,
        CheckStatus.Warning => 2,
        CheckStatus.Skipped => 3,
        _ => 4,
    };
}
