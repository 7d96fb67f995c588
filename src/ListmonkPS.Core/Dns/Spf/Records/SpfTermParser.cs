using System.Diagnostics.CodeAnalysis;
using ListmonkPS.Core.Dns.Spf.Macros;

namespace ListmonkPS.Core.Dns.Spf.Records;

/// <summary>Reads one term: what it is, its qualifier and its argument (RFC 7208 4.6.1 and the grammar of 12).</summary>
internal static class SpfTermParser
{
    private static readonly (string Name, SpfTermKind Kind)[] Mechanisms =
    [
        ("include", SpfTermKind.Include),
        ("ip4", SpfTermKind.Ip4),
        ("all", SpfTermKind.All),
        ("a", SpfTermKind.A),
        ("mx", SpfTermKind.Mx),
        ("ip6", SpfTermKind.Ip6),
        ("exists", SpfTermKind.Exists),
        ("ptr", SpfTermKind.Ptr),
    ];

    /// <summary>Reads a term; false and the error when it does not fit.</summary>
    public static bool TryParse(string written, [NotNullWhen(true)] out SpfTerm? term, [NotNullWhen(false)] out SpfSyntaxError? error)
    {
        int mark = written.AsSpan().IndexOfAny('=', ':', '/');
        string? rule = null;
        term = mark >= 0 && written[mark] == '='
            ? ParseModifier(written, mark, ref rule)
            : ParseDirective(written, mark < 0 ? written.Length : mark, ref rule);
        error = term is null ? new SpfSyntaxError(written, rule ?? SpfSyntaxError.UnknownMechanism) : null;
        return error is null;
    }

    /// <summary>name "=" macro-string; redirect and exp take a domain-spec. Unknown ones are ignored, but not their syntax (6).</summary>
    private static SpfTerm? ParseModifier(string written, int equals, ref string? rule)
    {
        ReadOnlySpan<char> name = written.AsSpan(0, equals);
        if (!IsModifierName(name))
        {
            rule = SpfSyntaxError.ModifierName;
            return null;
        }

        SpfTermKind kind = name.Equals("redirect", StringComparison.OrdinalIgnoreCase) ? SpfTermKind.Redirect
            : name.Equals("exp", StringComparison.OrdinalIgnoreCase) ? SpfTermKind.Exp
            : SpfTermKind.UnknownModifier;
        MacroUse use = kind == SpfTermKind.UnknownModifier ? MacroUse.ModifierValue : MacroUse.DomainSpec;
        if (MacroParser.TryParse(written[(equals + 1)..], use, out MacroString? value))
            return new SpfTerm(written, kind) { Domain = value };
        rule = kind == SpfTermKind.UnknownModifier ? SpfSyntaxError.ModifierValue : SpfSyntaxError.DomainSpec;
        return null;
    }

    private static bool IsModifierName(ReadOnlySpan<char> name)
    {
        if (name.Length == 0 || !char.IsAsciiLetter(name[0]))
            return false;
        foreach (char character in name)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('-' or '_' or '.'))
                return false;
        }

        return true;
    }

    /// <summary>[qualifier] mechanism [argument].</summary>
    private static SpfTerm? ParseDirective(string written, int nameEnd, ref string? rule)
    {
        SpfOutcome? qualifier = written[0] switch
        {
            '+' => SpfOutcome.Pass,
            '-' => SpfOutcome.Fail,
            '~' => SpfOutcome.SoftFail,
            '?' => SpfOutcome.Neutral,
            _ => null,
        };
        int nameStart = qualifier is null ? 0 : 1;
        if (nameStart > nameEnd || FindMechanism(written.AsSpan(nameStart, nameEnd - nameStart)) is not { } kind)
            return null;
        SpfTerm term = new(written, kind) { Qualifier = qualifier ?? SpfOutcome.Pass };
        string argument = written[nameEnd..];
        return kind switch
        {
            SpfTermKind.All => argument.Length == 0 ? term : Reject(SpfSyntaxError.ArgumentForbidden, ref rule),
            SpfTermKind.Ip4 or SpfTermKind.Ip6 => SpfNetworkParser.AddNetwork(term, argument, ref rule),
            SpfTermKind.A or SpfTermKind.Mx => SpfNetworkParser.SplitPrefixes(term, ref argument, ref rule) is { } withPrefixes
                ? AddDomain(withPrefixes, argument, ref rule)
                : null,
            _ => AddDomain(term, argument, ref rule),
        };
    }

    private static SpfTermKind? FindMechanism(ReadOnlySpan<char> name)
    {
        foreach ((string known, SpfTermKind kind) in Mechanisms)
        {
            if (name.Equals(known, StringComparison.OrdinalIgnoreCase))
                return kind;
        }

        return null;
    }

    private static SpfTerm? AddDomain(SpfTerm term, string argument, ref string? rule)
    {
        if (argument.Length == 0)
            return term.Kind is SpfTermKind.Include or SpfTermKind.Exists ? Reject(SpfSyntaxError.ArgumentMissing, ref rule) : term;
        if (argument[0] != ':')
            return Reject(SpfSyntaxError.PrefixLength, ref rule);
        if (argument.Length == 1)
            return Reject(SpfSyntaxError.ArgumentMissing, ref rule);
        return MacroParser.TryParse(argument[1..], MacroUse.DomainSpec, out MacroString? domain)
            ? term with { Domain = domain }
            : Reject(SpfSyntaxError.DomainSpec, ref rule);
    }

    private static SpfTerm? Reject(string broken, ref string? rule)
    {
        rule = broken;
        return null;
    }
}
