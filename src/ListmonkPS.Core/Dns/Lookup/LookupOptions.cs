using System.Net;

namespace ListmonkPS.Core.Dns.Lookup;

/// <summary>Whom to ask, and for how long.</summary>
internal sealed record LookupOptions
{
    /// <summary>Servers, the next being asked only when the one before does not answer; null for those of this machine.</summary>
    public IReadOnlyList<IPEndPoint>? Servers { get; init; }

    /// <summary>Time for one try over one transport; default 3 s.</summary>
    public TimeSpan TryTimeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Further tries at a server after a silent first one; default 1.</summary>
    public int Retries { get; init; } = 1;
}
