using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Mail.Composing;

/// <summary>
/// Reads a template: a text file whose first line is "Subject: ..." and whose second is empty, an HTML file whose title is the subject, or both, side by side
/// with the same name. What would send a mail without the link is refused.
/// </summary>
internal static partial class TemplateReader
{
    private const int LargestFile = 1 << 20;
    private const string SubjectHead = "Subject:";

    private static readonly string[] TextEnds = [".txt", ".text"];
    private static readonly string[] HtmlEnds = [".html", ".htm"];

    /// <summary>The template that the module ships.</summary>
    public static MailTemplate Shipped() =>
        Make("", Texts.Format("mail.subject"), Texts.Format("mail.text"), Texts.Format("mail.html"));

    /// <summary>Reads a template from its file, and from the one beside it.</summary>
    /// <param name="path">Full path of either file.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="FailureException">There is no such file, or it makes no mail that could confirm.</exception>
    public static async Task<MailTemplate> ReadAsync(string path, CancellationToken cancellation)
    {
        if (!File.Exists(path))
            throw new FailureException(TemplateFailures.TemplateNotFound(path));
        bool isHtml = Ends(path, HtmlEnds);
        if (!isHtml && !Ends(path, TextEnds))
            throw new FailureException(TemplateFailures.TemplateKind(path));
        string? other = (isHtml ? TextEnds : HtmlEnds).Select(end => Path.ChangeExtension(path, end)).FirstOrDefault(File.Exists);
        string? text = await ReadFileAsync(isHtml ? other : path, cancellation);
        string? html = await ReadFileAsync(isHtml ? path : other, cancellation);
        if (text is null)
            return Make(path, TitleOf(html!) ?? throw new FailureException(TemplateFailures.TemplateWithoutSubject(path)), null, html);
        (string Subject, string Body) parts = Split(text) ?? throw new FailureException(TemplateFailures.TemplateWithoutSubject(path));
        return Make(path, parts.Subject, parts.Body, html);
    }

    private static MailTemplate Make(string path, string subject, string? text, string? html)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', subject, text, html)));
        MailTemplate template = new(Read(subject), text is null ? null : Read(text), html is null ? null : Read(html), Convert.ToHexString(hash)[..32]);
        if (template.Text?.Has(TemplateFields.ConfirmUri) == false || template.Html?.Has(TemplateFields.ConfirmUri) == false)
            throw new FailureException(TemplateFailures.TemplateWithoutLink(path));
        return template;

        TemplateText Read(string part) => TemplateText.Read(part, (field, line) =>
            throw new FailureException(TemplateFailures.TemplateField(path, HarmlessText.Of(field), line, TemplateFields.All)));
    }

    private static bool Ends(string path, string[] ends) => ends.Any(end => path.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    private static async Task<string?> ReadFileAsync(string? path, CancellationToken cancellation)
    {
        if (path is null)
            return null;
        try
        {
            return new FileInfo(path).Length <= LargestFile
                ? await File.ReadAllTextAsync(path, cancellation)
                : throw new FailureException(TemplateFailures.TemplateTooLarge(path, LargestFile));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FailureException(TemplateFailures.TemplateUnreadable(path), exception);
        }
    }

    private static (string, string)? Split(string text)
    {
        string[] lines = text.ReplaceLineEndings("\n").Split('\n', 3);
        if (lines.Length < 3 || lines[1].Trim().Length > 0 || !lines[0].StartsWith(SubjectHead, StringComparison.OrdinalIgnoreCase))
            return null;
        string subject = lines[0][SubjectHead.Length..].Trim();
        return subject.Length == 0 ? null : (subject, lines[2]);
    }

    private static string? TitleOf(string html) =>
        Title().Match(html) is { Success: true } match && WebUtility.HtmlDecode(match.Groups[1].Value).Trim() is { Length: > 0 } title
            ? string.Join(' ', title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            : null;

    [GeneratedRegex("<title[^>]*>([^<]*)</title>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Title();
}
