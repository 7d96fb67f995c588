namespace ListmonkPS;

/// <summary>Mail servers: what their replies mean, and how a conversation with them goes.</summary>
public interface IMailDoor
{
    /// <summary>Says what a reply, a bounce or a log line about one means. Any text is taken; what is not known gets low confidence.</summary>
    /// <param name="text">The text as it was pasted.</param>
    /// <param name="stage">The step at which it was said; null when not known.</param>
    /// <param name="server">Host name of the server that said it; null when not known.</param>
    SmtpReply Classify(string text, SmtpStageName? stage, string? server);

    /// <summary>Holds a conversation with a mail server that is given by name.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="cancellation">Ends it within a second.</param>
    /// <exception cref="FailureException">The request itself is wrong.</exception>
    Task<SmtpTest> TestServerAsync(SmtpServerRequest request, CancellationToken cancellation);

    /// <summary>Holds a conversation with each enabled SMTP block of a server's settings, side by side; emits them in the order of the blocks.</summary>
    /// <param name="session">Where the settings are.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="notices">Takes warnings and verbose text.</param>
    /// <param name="cancellation">Ends it within a second.</param>
    /// <exception cref="FailureException">The settings cannot be read, no block is enabled, or the request itself is wrong.</exception>
    IAsyncEnumerable<SmtpTest> TestBlocksAsync(ListmonkSession session, SmtpBlockRequest request, INoticeSink notices, CancellationToken cancellation);
}
