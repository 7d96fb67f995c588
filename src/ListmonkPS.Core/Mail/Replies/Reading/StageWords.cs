namespace ListmonkPS.Core.Mail.Replies.Reading;

/// <summary>The words by which logs and bounces name a step of the conversation.</summary>
internal static class StageWords
{
    private static readonly (string Word, SmtpStageName Stage)[] Names =
    [
        ("rcpt", SmtpStageName.RcptTo),
        ("mail from", SmtpStageName.MailFrom),
        ("starttls", SmtpStageName.StartTls),
        ("auth", SmtpStageName.Auth),
        ("ehlo", SmtpStageName.Hello),
        ("helo", SmtpStageName.Hello),
        ("end of data", SmtpStageName.Data),
        ("data", SmtpStageName.Data),
        ("pipelined", SmtpStageName.Data),
        ("initial connection", SmtpStageName.Banner),
        ("connect", SmtpStageName.Banner),
        ("mail", SmtpStageName.MailFrom),
    ];

    /// <summary>The step that the words name; null for none.</summary>
    public static SmtpStageName? Find(string? words)
    {
        if (string.IsNullOrEmpty(words))
            return null;
        foreach ((string word, SmtpStageName stage) in Names)
        {
            if (words.Contains(word, StringComparison.OrdinalIgnoreCase))
                return stage;
        }

        return null;
    }
}
