using System.Text.RegularExpressions;

namespace ListmonkPS.Core.Mail.Replies.Reading;

/// <summary>Takes the diagnosis out of a delivery status notification (RFC 3464 section 2.3): the first recipient that failed.</summary>
internal static partial class DeliveryReportLayer
{
    /// <summary>The text of its Diagnostic-Code, or the text as it was.</summary>
    public static PastedText Peel(PastedText text)
    {
        Match diagnosis = Diagnosis().Match(text.Body);
        if (!diagnosis.Success)
            return text;
        // A folded field goes on in the lines that begin with a blank (RFC 5322 section 2.2.3).
        string value = Folding().Replace(diagnosis.Groups["value"].Value, " ");
        return text.Peel(
            value,
            host: RemoteMta().Match(text.Body).Groups["host"].Value,
            enhanced: Status().Match(text.Body).Groups["code"].Value);
    }

    [GeneratedRegex(@"^[ \t>]*Diagnostic-Code:(?![ \t]*X-Unix)[ \t]*(?:[\w-]+[ \t]*;)?(?<value>[^\n]*(?:\n[ \t]+[^\n]+)*)", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Diagnosis();

    [GeneratedRegex(@"\n[ \t]+", RegexOptions.CultureInvariant)]
    private static partial Regex Folding();

    [GeneratedRegex(@"^[ \t>]*Remote-MTA:[ \t]*\w+[ \t]*;[ \t]*(?<host>[^\s()]+)", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex RemoteMta();

    [GeneratedRegex(@"^[ \t>]*Status:[ \t]*(?<code>[245]\.\d+\.\d+)", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Status();
}
