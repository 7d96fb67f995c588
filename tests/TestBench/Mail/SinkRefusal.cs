namespace ListmonkPS.TestBench.Mail;

/// <summary>A reply with which the sink turns mail away, so that a failure to send is a real one.</summary>
/// <param name="Code">SMTP reply code, 400 to 599 (RFC 5321, 4.2).</param>
/// <param name="Text">Text after the code, with the enhanced code if there is one.</param>
/// <param name="Stage">Where in the conversation the reply is given.</param>
public sealed record SinkRefusal(int Code, string Text, SinkStage Stage = SinkStage.RcptTo);

/// <summary>Where the sink refuses.</summary>
public enum SinkStage
{
    /// <summary>At the sender.</summary>
    MailFrom,

    /// <summary>At the recipient.</summary>
    RcptTo,

    /// <summary>After the final dot.</summary>
    Data,
}
