namespace ListmonkPS.Core.Mail.Replies;

/// <summary>What is known beside the reply itself; all of it may be missing.</summary>
/// <param name="Stage">The step at which it was said.</param>
/// <param name="Host">The server that was asked.</param>
/// <param name="Banner">Its greeting.</param>
/// <param name="Sender">The sender address of the mail.</param>
internal sealed record ReplyContext(SmtpStageName? Stage = null, string? Host = null, string? Banner = null, string? Sender = null)
{
    /// <summary>Nothing is known.</summary>
    public static ReplyContext None { get; } = new();
}
