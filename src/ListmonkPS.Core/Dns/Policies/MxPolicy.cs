using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.Core.Dns.Lookup.Records;

namespace ListmonkPS.Core.Dns.Policies;

/// <summary>Where replies and bounces go (RFC 5321 5.1, RFC 7505). Receivers look at it too: a domain that takes no mail looks like spam.</summary>
/// <param name="lookup">Where names are asked.</param>
internal sealed class MxPolicy(IDnsLookup lookup)
{
    /// <summary>Tests a domain.</summary>
    public async Task<DnsTest> CheckAsync(string domain, CancellationToken cancellation)
    {
        DnsAnswer answer = await lookup.AskAsync(new DnsQuestion(domain, DnsRecordType.Mx), cancellation);
        if (answer.IsError)
            return PolicyTest.Error(DnsTestKind.Mx, domain, answer);
        MxRecord[] hosts = [.. answer.Records.OfType<MxRecord>().OrderBy(record => record.Preference)];
        if (hosts.Length == 0)
            return await WithoutMxAsync(domain, answer, cancellation);
        string shown = string.Join(", ", hosts.Select(host => host.Exchange.Length == 0 ? "." : host.Exchange));
        if (hosts.All(host => host.Exchange.Length == 0))
            return PolicyTest.Tell(DnsTestKind.Mx, domain, CheckStatus.Warning, DnsReason.NullMx, shown);
        string?[] faults = await Task.WhenAll(hosts.Select(host => FaultAsync(host.Exchange, cancellation)));
        string? fault = Array.Find(faults, found => found is not null);
        return fault is null
            ? PolicyTest.Pass(DnsTestKind.Mx, domain, shown)
            : PolicyTest.Tell(DnsTestKind.Mx, domain, CheckStatus.Warning, fault, hosts[Array.IndexOf(faults, fault)].Exchange);
    }

    /// <summary>Without MX mail goes to the domain's own address, if it has one.</summary>
    private async Task<DnsTest> WithoutMxAsync(string domain, DnsAnswer answer, CancellationToken cancellation)
    {
        if (answer.Kind == DnsAnswerKind.NxDomain)
            return PolicyTest.Tell(DnsTestKind.Mx, domain, CheckStatus.Fail, DnsReason.DomainNonexistent);
        return PolicyTest.Tell(DnsTestKind.Mx, domain, CheckStatus.Warning, await HasAddressAsync(domain, cancellation) ? DnsReason.NoMx : DnsReason.NoMail);
    }

    private async Task<string?> FaultAsync(string host, CancellationToken cancellation)
    {
        DnsAnswer answer = await lookup.AskAsync(new DnsQuestion(host, DnsRecordType.A), cancellation);
        if (answer.Aliases.Count > 0)
            return DnsReason.MxAlias;
        bool isReachable = answer.Records.Count > 0 || answer.IsError || await HasAddressAsync(host, cancellation);
        return isReachable ? null : DnsReason.MxWithoutAddress;
    }

    private async Task<bool> HasAddressAsync(string name, CancellationToken cancellation)
    {
        DnsAnswer[] answers = await Task.WhenAll(
            lookup.AskAsync(new DnsQuestion(name, DnsRecordType.A), cancellation).AsTask(),
            lookup.AskAsync(new DnsQuestion(name, DnsRecordType.Aaaa), cancellation).AsTask());
        return answers.Any(answer => answer.Records.Count > 0 || answer.IsError);
    }
}
