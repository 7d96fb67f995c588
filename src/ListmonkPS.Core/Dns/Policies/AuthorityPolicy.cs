using System.Net;
using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.Core.Dns.Lookup.Records;

namespace ListmonkPS.Core.Dns.Policies;

/// <summary>Compares what the domain's own servers say, each asked directly: one that missed an update gives every second receiver another answer.</summary>
/// <param name="lookup">Where names are asked.</param>
/// <param name="direct">Makes a lookup that asks one server.</param>
internal sealed class AuthorityPolicy(RunLookup lookup, Func<IPAddress, IDnsLookup> direct)
{
    /// <summary>Tests what the run asked of a domain.</summary>
    public async Task<DnsTest?> CheckAsync(string domain, CancellationToken cancellation)
    {
        (string Host, IPAddress Address)[] servers = await ServersAsync(domain, cancellation);
        DnsQuestion[] questions = [.. lookup.Asked.Where(question => question.Type == DnsRecordType.Txt && DomainName.IsAtOrBelow(question.Name, domain))];
        if (servers.Length == 0 || questions.Length == 0)
            return null;
        (string Host, DnsAnswer[] Answers)[] said = await Task.WhenAll(servers.Select(async server =>
        {
            IDnsLookup one = direct(server.Address);
            return (server.Host, await Task.WhenAll(questions.Select(question => one.AskAsync(question, cancellation).AsTask())));
        }));
        if (Array.Find(said, one => one.Answers.Any(answer => answer.IsError)).Host is { } silent)
            return PolicyTest.Tell(DnsTestKind.Authority, domain, CheckStatus.Warning, DnsReason.ServerSilent, silent);
        for (int index = 0; index < questions.Length; index++)
        {
            if (said.Select(one => Texts(one.Answers[index])).Distinct(HashSet<string>.CreateSetComparer()).Count() > 1)
                return PolicyTest.Tell(DnsTestKind.Authority, domain, CheckStatus.Warning, DnsReason.ServersDiffer, questions[index].Name);
        }

        return PolicyTest.Pass(DnsTestKind.Authority, domain, string.Join(", ", said.Select(one => one.Host).Distinct()));
    }

    /// <summary>The name servers of the domain, or of the nearest name above it that has any, with their addresses.</summary>
    private async Task<(string Host, IPAddress Address)[]> ServersAsync(string domain, CancellationToken cancellation)
    {
        for (int labels = DomainName.CountLabels(domain); labels > 1; labels--)
        {
            DnsAnswer answer = await lookup.AskAsync(new DnsQuestion(DomainName.LastLabels(domain, labels), DnsRecordType.Ns), cancellation);
            if (answer.Records.Count == 0)
                continue;
            string[] hosts = [.. answer.Records.OfType<HostRecord>().Select(record => record.Host)];
            DnsAnswer[] addresses = await Task.WhenAll(hosts.Select(host => lookup.AskAsync(new DnsQuestion(host, DnsRecordType.A), cancellation).AsTask()));
            return [.. hosts.Zip(addresses).SelectMany(pair => pair.Second.Records.OfType<AddressRecord>().Take(1).Select(record => (pair.First, record.Address)))];
        }

        return [];
    }

    private static HashSet<string> Texts(DnsAnswer answer) => answer.Records.OfType<TxtRecord>().Select(record => record.Text).ToHashSet(StringComparer.Ordinal);
}
