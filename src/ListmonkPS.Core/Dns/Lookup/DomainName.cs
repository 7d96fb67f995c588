using System.Globalization;

namespace ListmonkPS.Core.Dns.Lookup;

/// <summary>Rules of domain names that every part of this room shares. A name here has no final dot; the empty text is the root.</summary>
internal static class DomainName
{
    /// <summary>Longest name in characters, without the final dot (RFC 1035 2.3.4).</summary>
    public const int MaximumLength = 253;

    /// <summary>Longest label in octets (RFC 1035 2.3.4).</summary>
    public const int MaximumLabelLength = 63;

    /// <summary>True when two names are the same (RFC 4343: ASCII letters without regard to case).</summary>
    public static bool AreEqual(string first, string second) => string.Equals(first, second, StringComparison.OrdinalIgnoreCase);

    /// <summary>True when a name is another one or below it, at a label's border.</summary>
    public static bool IsAtOrBelow(string name, string ancestor) =>
        AreEqual(name, ancestor)
        || (name.Length > ancestor.Length
            && name[^(ancestor.Length + 1)] == '.'
            && name.EndsWith(ancestor, StringComparison.OrdinalIgnoreCase));

    /// <summary>The name without its final dot.</summary>
    public static string WithoutFinalDot(string name) => name.EndsWith('.') ? name[..^1] : name;

    /// <summary>Number of labels.</summary>
    public static int CountLabels(string name) => name.Length == 0 ? 0 : name.AsSpan().Count('.') + 1;

    /// <summary>The right-hand labels of a name; the whole name when it has no more than that.</summary>
    public static string LastLabels(string name, int count)
    {
        if (count == 0)
            return "";
        int start = name.Length;
        for (int label = 0; label < count && start > 0; label++)
            start = name.LastIndexOf('.', start - 1);
        return start <= 0 ? name : name[(start + 1)..];
    }

    /// <summary>
    /// True when a query can carry the name: labels of 1 to 63 octets, 253 in all. Characters other than letters, digits, hyphen and underscore
    /// are allowed (macros make such names); those outside ASCII are not, as no published name can equal them.
    /// </summary>
    public static bool CanBeAsked(string name)
    {
        if (name.Length is 0 or > MaximumLength)
            return false;
        int label = 0;
        foreach (char character in name)
        {
            if (character > '\x7f')
                return false;
            if (character != '.')
                label++;
            else if (label is 0 or > MaximumLabelLength)
                return false;
            else
                label = 0;
        }

        return label is > 0 and <= MaximumLabelLength;
    }

    /// <summary>
    /// Turns what a person or a mail gives into the form that is asked: no final dot, U-labels as A-labels. The case stays, as macros show it.
    /// Null when it is no fully qualified domain name: a single label, an address literal, an empty or too long label.
    /// </summary>
    public static string? TryNormalize(string? text) => TryNormalizeAny(text) is { } name && IsFullyQualified(name) ? name : null;

    /// <summary>As <see cref="TryNormalize"/>, but a single label, such as a top-level domain, is a name too.</summary>
    public static string? TryNormalizeAny(string? text)
    {
        string name = WithoutFinalDot((text ?? "").Trim());
        if (name.Length == 0 || name.AsSpan().IndexOfAny("[]@ \t") >= 0)
            return null;
        if (!System.Text.Ascii.IsValid(name))
        {
            try
            {
                name = WithoutFinalDot(new IdnMapping { AllowUnassigned = true }.GetAscii(name));
            }
            catch (ArgumentException)
            {
                return null; // IdnMapping has no other way to say that a name cannot be an IDN
            }
        }

        return CanBeAsked(name) ? name : null;
    }

    /// <summary>True when a name can be asked and has more than one label (RFC 7208 4.3).</summary>
    public static bool IsFullyQualified(string name) => CanBeAsked(name) && name.Contains('.', StringComparison.Ordinal);
}
