using System.Text;
using ListmonkPS.Core.Dns.Lookup;

namespace ListmonkPS.Core.Dns.Spf.Macros;

/// <summary>A macro-string or domain-spec (RFC 7208 7.1), parsed once and expanded for each client.</summary>
internal sealed class MacroString
{
    private readonly IReadOnlyList<MacroPart> _parts;

    /// <summary>Makes one of plain text.</summary>
    public MacroString(string text)
    {
        _parts = [];
        Constant = text;
        ConstantName = AsName(text);
    }

    /// <summary>Makes one of several pieces.</summary>
    public MacroString(IReadOnlyList<MacroPart> parts)
    {
        _parts = parts;
        UsesValidatedName = parts.Any(part => part.Letter == 'p');
        if (parts.All(part => part.Literal is not null))
        {
            Constant = string.Concat(parts.Select(part => part.Literal));
            ConstantName = AsName(Constant);
        }
    }

    /// <summary>The name where it is the same for every client; null where a macro makes it differ.</summary>
    public string? ConstantName { get; }

    /// <summary>True when the client's validated name is needed, which takes lookups.</summary>
    public bool UsesValidatedName { get; }

    private string? Constant { get; }

    /// <summary>The text with all macros put in.</summary>
    public string Expand(MacroValues values)
    {
        if (Constant is not null)
            return Constant;
        StringBuilder expanded = new();
        foreach (MacroPart part in _parts)
            expanded.Append(part.Expand(values));
        return expanded.ToString();
    }

    /// <summary>
    /// The text as a name to ask: no final dot, and whole labels dropped from the left until 253 characters are left (7.3). It need not be a
    /// name that can be asked.
    /// </summary>
    public string ExpandName(MacroValues values) => AsName(Expand(values));

    private static string AsName(string expanded)
    {
        string name = DomainName.WithoutFinalDot(expanded);
        int dot = name.Length <= DomainName.MaximumLength ? -1 : name.IndexOf('.', name.Length - DomainName.MaximumLength - 1);
        return name[(dot + 1)..];
    }
}
