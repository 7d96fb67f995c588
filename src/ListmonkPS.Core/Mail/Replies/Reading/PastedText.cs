namespace ListmonkPS.Core.Mail.Replies.Reading;

/// <summary>What was pasted, on the way to the bare reply in it: each reader takes off one layer and keeps what that layer told.</summary>
/// <param name="Body">What is left.</param>
internal sealed record PastedText(string Body)
{
    /// <summary>The step, as a layer told; null when none did.</summary>
    public SmtpStageName? Stage { get; init; }

    /// <summary>The server, as a layer told; null when none did.</summary>
    public string? Host { get; init; }

    /// <summary>The enhanced code, as a layer told (dsn=5.1.1, Status: 5.1.1): for a body without one.</summary>
    public EnhancedCode? Enhanced { get; init; }

    /// <summary>The same without a layer.</summary>
    /// <param name="body">What is left; null to leave the body as it is.</param>
    /// <param name="stage">Words that name the step; null for none.</param>
    /// <param name="host">The server; null for none.</param>
    /// <param name="enhanced">Enhanced code; null for none.</param>
    public PastedText Peel(string? body, string? stage = null, string? host = null, string? enhanced = null) => this with
    {
        Body = (body ?? Body).Trim(),
        Stage = StageWords.Find(stage) ?? Stage,
        Host = string.IsNullOrEmpty(host) ? Host : host,
        Enhanced = EnhancedCode.TryParse(enhanced) ?? Enhanced,
    };
}
