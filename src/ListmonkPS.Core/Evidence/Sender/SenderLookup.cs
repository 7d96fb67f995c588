using System.Net;
using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.Core.Dns.Lookup.Guards;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Evidence.Sender;

/// <summary>The lookups of one run: each name asked once, of the first server given or of those of this machine.</summary>
internal sealed class SenderLookup
{
    private const int Tries = 2;
    private const int MostNames = 5;

    private readonly DnsOptions _options;
    private readonly Func<IDnsLookup, IDnsLookup> _guard;
    private readonly (string Name, IDnsLookup Lookup)[] _others;

    /// <summary>Makes the lookups; nothing is asked yet.</summary>
    /// <param name="options">Whom to ask, and for how long.</param>
    /// <param name="run">Ends the run.</param>
    /// <param name="guard">What stands around each lookup; null for nothing.</param>
    /// <exception cref="FailureException">A server is none, or this machine has none.</exception>
    public SenderLookup(DnsOptions options, CancellationToken run, Func<IDnsLookup, IDnsLookup>? guard = null)
    {
        _options = options;
        _guard = guard ?? (lookup => lookup);
        IPEndPoint[] servers = [.. options.Servers.Select(DnsServerAddress.Parse)];
        // What cannot exist out there is asked only of a server that somebody named for it.
        Run = new RunLookup(_guard(servers.Length > 0 ? Of(servers[0]) : new SpecialUseLookup(Of(null))), run);
        _others = [.. options.Servers.Zip(servers, (name, server) => (name, _guard(Of(server)))).Skip(1)];
    }

    /// <summary>The lookup of the run.</summary>
    public RunLookup Run { get; }

    /// <summary>Refuses servers that are none.</summary>
    /// <exception cref="FailureException">One is none of the three forms.</exception>
    public static void Require(DnsOptions options)
    {
        foreach (string server in options.Servers)
            DnsServerAddress.Parse(server);
    }

    /// <summary>A lookup that asks one server on the usual port.</summary>
    public IDnsLookup Direct(IPAddress server) => _guard(Of(new IPEndPoint(server, DnsServerAddress.UsualPort)));

    /// <summary>Asks the further servers what the run asked; empty when there are none.</summary>
    public async Task<IReadOnlyList<ServerDifference>> CompareAsync(CancellationToken cancellation) =>
        await Task.WhenAll(_others.Select(async other => new ServerDifference(
            other.Name,
            [.. (await SplitHorizon.FindAsync(Run, other.Lookup, cancellation)).Select(question => HarmlessText.Of(question.ToString()))])));

    /// <summary>Asks the further servers what the run asked, and warns where they say something else.</summary>
    public async Task WarnOfSplitHorizonAsync(INoticeSink notices, CancellationToken cancellation)
    {
        foreach (ServerDifference other in await CompareAsync(cancellation))
        {
            if (other.Questions.Count > 0)
                notices.Warning(Texts.Format("notice.dns.split-horizon", other.Server, string.Join(", ", other.Questions.Take(MostNames)), other.Questions.Count));
        }
    }

    private ServerLookup Of(IPEndPoint? server) => new(new LookupOptions
    {
        Servers = server is null ? null : [server],
        TryTimeout = _options.Timeout / Tries,
        Retries = Tries - 1,
    });
}
