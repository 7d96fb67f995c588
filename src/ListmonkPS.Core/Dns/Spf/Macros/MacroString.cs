using System.Text;
using ListmonkPS.Core.Dns.Lookup;

namespace ListmonkPS.Core.Dns.Spf.Macros;

/// <summary>A macro-string or domain-spec (RFC 7208 7.1), parsed once and expanded for each client.</summary>
internal sealed class MacroString
{
    private readonly IReadOnlyList<MacroPart> _parts;
    private readonly string? _constant;

    /// <summary>Makes it.</summary>
    /// <param name="text">As published.</param>
    /// <param name="parts">Its pieces.</param>
    public MacroString(string text, IReadOnlyList<MacroPart> parts)
    {
        Text = text;
        _parts = parts;
        _constant = parts.All(part => part.Literal is not null) ? string.Concat(parts.Select(part => part.Literal)) : null;
        ConstantName = _constant is null ? null : AsName(_constant);
        UsesValidatedName = parts.Any(part => part.Letter == 'p');
    }

    /// <summary>As published.</summary>
    public string Text { get; }

    /// <summary>The name where it is the same for every client; null where a macro makes it differ.</summary>
    public string? ConstantName { get; }

    /// <summary>True when the client's validated name is needed, which takes lookups.</summary>
    public bool UsesValidatedName { get; }

    /// <summary>The text with all macros put in.</summary>
    public string Expand(MacroValues values)
    {
        if (_constant is not null)
            return _constant;
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

    public override string ToString() => Text;

    private static string AsName(string expanded)
    {
        string name = DomainName.WithoutFinalDot(expanded);
        int dot = name.Length <= DomainName.MaximumLength ? -1 : name.IndexOf('.', name.Length - DomainName.MaximumLength - 1);
        return name[(dot + 1)..];
    }
}
