using System.Globalization;
using System.Text.RegularExpressions;

namespace ListmonkPS.Core.Mail.Replies.Reading;

/// <summary>An enhanced status code: class, subject, detail (RFC 3463 section 2).</summary>
/// <param name="Class">2 success, 4 for now, 5 for good.</param>
/// <param name="Subject">1 address, 2 mailbox, 3 system, 4 network, 5 protocol, 6 content, 7 security.</param>
/// <param name="Detail">Detail within the subject.</param>
internal sealed partial record EnhancedCode(int Class, int Subject, int Detail)
{
    /// <summary>Subject and detail, which mean the same in class 4 and 5: "7.8".</summary>
    public string Topic => $"{Subject}.{Detail}";

    /// <summary>Reads "5.7.8"; null for anything else.</summary>
    public static EnhancedCode? TryParse(string? text)
    {
        Match match = Whole().Match(text ?? "");
        return match.Success ? From(match) : null;
    }

    /// <summary>The first code anywhere in a text, also "(#5.7.1)"; null without one.</summary>
    /// <param name="text">Text.</param>
    /// <param name="replyCode">Reply code: the first digits have to agree; null when there is none: then only one that opens a clause, since listmonk 4.1.0 is a version.</param>
    public static EnhancedCode? FindIn(string text, int? replyCode) => (replyCode is null ? OpensClause() : Anywhere()).Matches(text)
        .Select(From)
        .FirstOrDefault(code => replyCode is null || code.Class == replyCode / 100);

    public override string ToString() => $"{Class}.{Subject}.{Detail}";

    private static EnhancedCode From(Match match) => new(Number(match, 1), Number(match, 2), Number(match, 3));

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^#?([245])\.(\d{1,3})\.(\d{1,3})$", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex(@"(?:(?:^|[:;(\[<])\s{0,8}#?|#)([45])\.(\d{1,3})\.(\d{1,3})(?!\d|\.\d)(?![A-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex OpensClause();

    [GeneratedRegex(@"(?<![\w.])#?([245])\.(\d{1,3})\.(\d{1,3})(?!\d|\.\d)(?![A-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex Anywhere();
}
