using System.Text.RegularExpressions;

namespace ListmonkPS.Core.Mail.Replies.Reading;

/// <summary>Takes off what listmonk's log (contract 6.4) puts before an error: time, file, and what was being sent.</summary>
internal static partial class ListmonkLayer
{
    /// <summary>The text without it.</summary>
    public static PastedText Peel(PastedText text)
    {
        // The first line only: a reply of several lines is one log entry.
        Match prefix = Prefix().Match(text.Body);
        string body = prefix.Success ? text.Body[(prefix.Index + prefix.Length)..] : text.Body;
        Match task = Task().Match(body);
        return task.Success ? text.Peel(body[(task.Index + task.Length)..]) : text.Peel(body);
    }

    // v2.5 and v3 without, v4 and later with fractions; very old reports without the file. Container and journal put their own times before.
    [GeneratedRegex(@"\A[^\n]{0,200}?\d{4}/\d{2}/\d{2}(?: \d{2}:\d{2}:\d{2}(?:\.\d{1,9})?)? (?:[\w.-]+\.go:\d+: )?", RegexOptions.CultureInvariant)]
    private static partial Regex Prefix();

    // Subjects and campaign names are free text: the longest one that still ends as listmonk ends it.
    [GeneratedRegex(
        """
        \A(?:
            error\ sending\ message\ '[^\n]*':\ |
            error\ sending\ admin\ notification\ \([^\n]*?\):\ (?=\S) |
            error\ sending\ opt-in\ e-mail(?:\ for\ subscriber\ [^\n:]*)?:\ |
            error\ sending\ message\ in\ campaign\ [^\n]*:\ subscriber\ [\w-]+:\ |
            error\ sending\ (?:e-?mail|test\ message|message)[^\n:]*:\ |
            message\ send\ failed:\
        )+
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase)]
    private static partial Regex Task();
}
