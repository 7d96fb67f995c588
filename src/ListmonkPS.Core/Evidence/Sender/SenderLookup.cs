using System.Net;
using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Evidence.Sender;

/// <summary>The lookups of one run: each name asked once, of the first server given or of those of this machine.</summary>
internal sealed class SenderLookup
{
    private const int Tries = 2;
    private const int MostNames = 5;

    private readonly DnsOptions _options;
    private readonly (string Name, ServerLookup Lookup)[] _others;

    /// <summary>Makes the lookups; nothing is asked yet.</summary>
    /// <exception cref="FailureException">A server is none, or this machine has none.</exception>
    public SenderLookup(DnsOptions options, CancellationToken run)
    {
        _options = options;
        Run = new RunLookup(Of(options.Servers.Count > 0 ? DnsServerAddress.Parse(options.Servers[0]) : null), run);
        _others = [.. options.Servers.Skip(1).Select(server => (server, Of(DnsServerAddress.Parse(server))))];
    }

    /// <summary>The lookup of the run.</summary>
    public RunLookup Run { get; }

    /// <summary>A lookup that asks one server on the usual port.</summary>
    public IDnsLookup Direct(IPAddress server) => Of(new IPEndPoint(server, DnsServerAddress.UsualPort));

    /// <summary>Asks the further servers what the run asked, and warns where they say something else.</summary>
    public async Task WarnOfSplitHorizonAsync(INoticeSink notices, CancellationToken cancellation)
    {
        foreach ((string name, ServerLookup lookup) in _others)
        {
            IReadOnlyList<DnsQuestion> differing = await SplitHorizon.FindAsync(Run, lookup, cancellation);
            if (differing.Count > 0)
            {
                string names = string.Join(", ", differing.Take(MostNames).Select(question => HarmlessText.Of(question.ToString())));
                notices.Warning(Texts.Format("notice.dns.split-horizon", name, names, differing.Count));
            }
        }
    }

    private ServerLookup Of(IPEndPoint? server) => new(new LookupOptions
    {
        Servers = server is null ? null : [server],
        TryTimeout = _options.Timeout / Tries,
        Retries = Tries - 1,
    });
}
