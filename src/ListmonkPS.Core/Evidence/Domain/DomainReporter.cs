using System.Text.Json.Nodes;
using ListmonkPS.Core.Dns.Lookup.Guards;
using ListmonkPS.Core.Dns.Policies.MtaSts;
using ListmonkPS.Core.Evidence.Sender;

namespace ListmonkPS.Core.Evidence.Domain;

/// <summary>Finds out, for a diagnosis, what the DNS says about the domain that a server sends as: side by side, each name once, with one deadline.</summary>
/// <param name="dns">Whom to ask.</param>
/// <param name="bound">Time that there is; a little of it is left to tell what was not answered.</param>
/// <param name="time">Clock.</param>
internal sealed class DomainReporter(DnsOptions dns, TimeSpan bound, TimeProvider time)
{
    private const double Share = 0.8;

    /// <summary>Longest time for a question, and until it counts as certain that nobody is there.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(3);

    /// <summary>Refuses servers that are none and a mail file that cannot be read, before anything else is done.</summary>
    /// <exception cref="FailureException">One of the two.</exception>
    public static async Task RequireAsync(DnsOptions dns, string? mailPath, CancellationToken cancellation)
    {
        SenderLookup.Require(dns);
        if (mailPath is not null)
            await MailHeaders.ReadAsync(mailPath, cancellation);
    }

    /// <summary>Reads it.</summary>
    /// <param name="settings">The server's settings by key, as stored.</param>
    /// <param name="mailPath">File of a mail as it arrived; null for none.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="FailureException">The mail file cannot be read, or this machine knows no DNS server.</exception>
    public async Task<DomainReport> ReadAsync(IReadOnlyDictionary<string, JsonNode?> settings, string? mailPath, CancellationToken cancellation)
    {
        SenderSettings? sender = SenderSettings.Read(settings);
        if (sender is null && mailPath is null)
            return new DomainReport();
        if (mailPath is null && dns.Servers.Count == 0 && SpecialUseNames.Has(sender!.FromDomain))
            return new DomainReport { Subject = new DomainSubject { Domain = sender.FromDomain, EnvelopeSender = sender.EnvelopeSender }, IsSpecialUse = true };
        List<DeadlineLookup> guards = [];
        try
        {
            SenderLookup lookup = new(
                dns with { Timeout = dns.Timeout < Silence ? dns.Timeout : Silence },
                cancellation,
                inner =>
                {
                    DeadlineLookup guard = new(inner, bound * Share, Silence, time);
                    guards.Add(guard);
                    return guard;
                });
            DnsTestRequest request = new() { MailPath = mailPath };
            DomainSubject subject = await new DomainSubjectReader(lookup.Run).ReadAsync(request, sender, cancellation);
            // The links are the server's, whatever domain a mail was sent as.
            bool isAsked = sender?.RootHost is { } root && (dns.Servers.Count > 0 || !SpecialUseNames.Has(root));
            subject = subject with { RootHost = isAsked ? sender!.RootHost : null };
            IReadOnlyList<DnsTest> tests = await new DomainTest(lookup.Run, lookup.Direct, new HttpsPolicyFetch(new PolicyFetchOptions { Timeout = Silence < bound * Share ? Silence : bound * Share }), time).RunAsync(subject, request, cancellation);
            return new DomainReport { Subject = subject, Tests = tests, Others = await lookup.CompareAsync(cancellation), HasHeard = guards[0].HasHeard };
        }
        finally
        {
            guards.ForEach(guard => guard.Dispose());
        }
    }
}
