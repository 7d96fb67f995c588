using System.Globalization;
using System.Text.RegularExpressions;

namespace ListmonkPS.Core.Listmonk.Versions;

/// <summary>A listmonk version, compared by its numbers (G46: nightly and self-built texts exist; the text is kept for display).</summary>
internal sealed partial record ListmonkVersion : IComparable<ListmonkVersion>
{
    private ListmonkVersion(string text, int major, int minor, int patch) => (Text, Major, Minor, Patch) = (text, major, minor, patch);

    /// <summary>The version as the server told it.</summary>
    public string Text { get; }

    public int Major { get; }

    public int Minor { get; }

    public int Patch { get; }

    /// <summary>True for a build between releases.</summary>
    public bool IsNightly => Text.Contains("nightly", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a version out of a text such as "v6.2.0", "6.1.0-rc1" or "v6.2.0 (abc 2026-06-26)"; null when there is none in it.</summary>
    public static ListmonkVersion? TryParse(string? text)
    {
        Match match = Numbers().Match(text ?? "");
        return match.Success
            ? new ListmonkVersion(text!.Trim(), Number(match.Groups[1]), Number(match.Groups[2]), Number(match.Groups[3]))
            : null;
    }

    /// <summary>As <see cref="TryParse"/>, for texts of our own.</summary>
    public static ListmonkVersion Parse(string text) => TryParse(text) ?? throw new FormatException(text);

    public int CompareTo(ListmonkVersion? other) =>
        other is null ? 1 : (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));

    public override string ToString() => Text;

    private static int Number(Group group) =>
        group.Success && int.TryParse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;

    [GeneratedRegex(@"(?<![\d.])v?(\d{1,4})\.(\d{1,4})(?:\.(\d{1,4}))?", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();
}
