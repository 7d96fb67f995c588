namespace ListmonkPS;

/// <summary>Whom to ask for names, and for how long.</summary>
public sealed record DnsOptions
{
    /// <summary>
    /// DNS servers as address, address:port or [v6]:port; the first is asked, the others only to tell whether they say something else. Empty for the
    /// servers of this machine.
    /// </summary>
    public IReadOnlyList<string> Servers { get; init; } = [];

    /// <summary>Time that one question to one server may take over one transport, with its second try.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(6);
}
