namespace ListmonkPS.Core.Mail.Smtp.Wire;

/// <summary>A line that is sent, and how it is shown: the AUTH grammar (RFC 4954 section 4) says which part of it is a credential.</summary>
/// <param name="Line">The line without its end.</param>
/// <param name="Shown">The same without credentials.</param>
internal sealed record SmtpCommand(string Line, string Shown)
{
    /// <summary>Stands for a credential.</summary>
    private const string Hidden = "********";

    /// <summary>A line that holds no credential.</summary>
    public static SmtpCommand Plain(string line) => new(line, line);

    /// <summary>AUTH with an initial response.</summary>
    /// <param name="mechanism">SASL name of the mechanism.</param>
    /// <param name="response">Initial response in base64.</param>
    public static SmtpCommand Auth(string mechanism, string response) => new($"AUTH {mechanism} {response}", $"AUTH {mechanism} {Hidden}");

    /// <summary>An answer to a challenge.</summary>
    /// <param name="response">Answer in base64.</param>
    public static SmtpCommand AuthAnswer(string response) => new(response, Hidden);
}
