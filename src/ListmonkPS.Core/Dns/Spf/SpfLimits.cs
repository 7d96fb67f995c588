namespace ListmonkPS.Core.Dns.Spf;

/// <summary>The limits of RFC 7208 4.6.4.</summary>
internal sealed record SpfLimits
{
    /// <summary>Terms with lookups in the whole check.</summary>
    public int Lookups { get; init; } = 10;

    /// <summary>Terms whose lookups found nothing.</summary>
    public int VoidLookups { get; init; } = 2;

    /// <summary>Hosts of one mx.</summary>
    public int MxHosts { get; init; } = 10;

    /// <summary>Names of one ptr or p macro; further ones are ignored.</summary>
    public int PtrNames { get; init; } = 10;

    /// <summary>Time of the whole check.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(20);
}
