namespace DnsClient;

/// <summary>A type that our own DnsClient has too, so that it shows which assembly a name leads to.</summary>
public sealed class LookupClient
{
    /// <summary>Says which assembly this is.</summary>
    public string Origin { get; } = "stub " + typeof(LookupClient).Assembly.GetName().Version;
}
