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

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly string[] TextEnds = [".txt", ".text"];
    private static readonly string[] HtmlEnds = [".html", ".htm"];

    /// <summary>The template that the module ships.</summary>
    public static MailTemplate Shipped() =>
        Make(new TemplatePart("", 1, Texts.Format("mail.subject")), new TemplatePart("", 1, Texts.Format("mail.text")), new TemplatePart("", 1, Texts.Format("mail.html")));

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
        TemplatePart? text = await ReadFileAsync(isHtml ? other : path, cancellation);
        TemplatePart? html = await ReadFileAsync(isHtml ? path : other, cancellation);
        if (text is null)
            return Make(TitleOf(html!) ?? throw new FailureException(TemplateFailures.TemplateWithoutSubject(path)), null, html);
        (TemplatePart Subject, TemplatePart Body) parts = Split(text) ?? throw new FailureException(TemplateFailures.TemplateWithoutSubject(text.Path));
        return Make(parts.Subject, parts.Body, html);
    }

    private static MailTemplate Make(TemplatePart subject, TemplatePart? text, TemplatePart? html)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', subject.Text, text?.Text, html?.Text)));
        return new MailTemplate(Read(subject), text is null ? null : ReadWithLink(text), html is null ? null : ReadWithLink(html), Convert.ToHexString(hash)[..32]);
    }

    private static TemplateText ReadWithLink(TemplatePart part) => Read(part) is var text && text.Has(TemplateFields.ConfirmUri)
        ? text
        : throw new FailureException(TemplateFailures.TemplateWithoutLink(part.Path));

    private static TemplateText Read(TemplatePart part) => TemplateText.Read(part.Text, (field, line) =>
        throw new FailureException(TemplateFailures.TemplateField(part.Path, HarmlessText.Of(field), part.FirstLine + line - 1, TemplateFields.All)));

    private static bool Ends(string path, string[] ends) => ends.Any(end => path.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    /// <summary>UTF-8, or UTF-16 or UTF-32 with their mark. Anything else would reach people with holes in its words.</summary>
    private static async Task<TemplatePart?> ReadFileAsync(string? path, CancellationToken cancellation)
    {
        if (path is null)
            return null;
        try
        {
            if (new FileInfo(path).Length > LargestFile)
                throw new FailureException(TemplateFailures.TemplateTooLarge(path, LargestFile));
            string text = await File.ReadAllTextAsync(path, Strict, cancellation);
            return text.Contains('\0', StringComparison.Ordinal)
                ? throw new FailureException(TemplateFailures.TemplateEncoding(path))
                : new TemplatePart(path, 1, text.ReplaceLineEndings("\n"));
        }
        catch (DecoderFallbackException exception)
        {
            throw new FailureException(TemplateFailures.TemplateEncoding(path), exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FailureException(TemplateFailures.TemplateUnreadable(path), exception);
        }
    }

    private static (TemplatePart, TemplatePart)? Split(TemplatePart part)
    {
        string[] lines = part.Text.Split('\n', 3);
        if (lines.Length < 3 || lines[1].Trim().Length > 0 || !lines[0].StartsWith(SubjectHead, StringComparison.OrdinalIgnoreCase))
            return null;
        string subject = lines[0][SubjectHead.Length..].Trim();
        return subject.Length == 0 ? null : (part with { Text = subject }, part with { Text = lines[2], FirstLine = 3 });
    }

    private static TemplatePart? TitleOf(TemplatePart html) =>
        Title().Match(html.Text) is { Success: true } match && WebUtility.HtmlDecode(match.Groups[1].Value).Trim() is { Length: > 0 } title
            ? new TemplatePart(html.Path, html.Text.AsSpan(0, match.Index).Count('\n') + 1, string.Join(' ', title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            : null;

    [GeneratedRegex("<title[^>]*>([^<]*)</title>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Title();
}
