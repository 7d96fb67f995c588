namespace ListmonkPS.Core.Tests.Mail.Replies;

/// <summary>A reply whose meaning is known.</summary>
/// <param name="Id">Where it stands: R001, or the number of an own case.</param>
/// <param name="Code">Reply code; null for none.</param>
/// <param name="Enhanced">Enhanced code as written; empty for none.</param>
/// <param name="Provider">Who said it.</param>
/// <param name="Text">Words.</param>
/// <param name="Class">What it means.</param>
/// <param name="Retry">Whether to try again; null where that is not told.</param>
/// <param name="After">When, in the corpus' words; empty for none.</param>
public sealed record CorpusReply(string Id, int? Code, string Enhanced, string Provider, string Text, SmtpReplyClass Class, RetryAdvice? Retry, string After)
{
    /// <summary>The reply in one line, as a server sends it.</summary>
    public string Bare => string.Join(' ', new[] { Code?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "", Enhanced, Text }.Where(part => part.Length > 0));

    public override string ToString() => $"{Id} {Bare}";
}
