namespace ListmonkPS.Core.Dns.Lookup.Guards;

/// <summary>Names that nobody can register and that resolvers are not to be asked for (RFC 6761 6.2 to 6.4, RFC 7686).</summary>
internal static class SpecialUseNames
{
    private static readonly string[] Tops = ["test", "localhost", "invalid", "onion"];

    /// <summary>True for such a name. Those of examples are asked for, as RFC 6761 6.5 wants it.</summary>
    public static bool Has(string name) => Array.Exists(Tops, top => DomainName.IsAtOrBelow(name, top));
}
