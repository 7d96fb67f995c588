using ListmonkPS.Core.Mail.Smtp.Wire;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Mail.Smtp.Stages;

/// <summary>What a server offers in its reply to EHLO (RFC 5321 section 4.1.1.1).</summary>
/// <param name="Lines">The offers, made harmless, as the server wrote them.</param>
internal sealed record Capabilities(IReadOnlyList<string> Lines)
{
    /// <summary>Nothing is offered: after HELO, or before any greeting.</summary>
    public static Capabilities None { get; } = new([]);

    /// <summary>STARTTLS (RFC 3207).</summary>
    public bool HasStartTls => Has("STARTTLS");

    /// <summary>8BITMIME (RFC 6152).</summary>
    public bool Has8BitMime => Has("8BITMIME");

    /// <summary>SMTPUTF8 (RFC 6531).</summary>
    public bool HasUtf8 => Has("SMTPUTF8");

    /// <summary>Log-in mechanisms; also by the old form "AUTH=LOGIN".</summary>
    public IReadOnlyList<string> Mechanisms =>
        [.. Lines.Where(line => IsAuth(line)).SelectMany(line => line[5..].Split([' ', '='], StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>True when log-ins are offered at all.</summary>
    public bool HasAuth => Lines.Any(IsAuth);

    /// <summary>Reads the offers; the first line is a greeting.</summary>
    public static Capabilities Of(WireReply reply) =>
        new([.. reply.Words.Skip(1).Select(line => HarmlessText.Of(line.Trim())).Where(line => line.Length > 0)]);

    private static bool IsAuth(string line) =>
        line.Length > 4 && line.StartsWith("AUTH", StringComparison.OrdinalIgnoreCase) && line[4] is ' ' or '=';

    private bool Has(string keyword) => Lines.Any(line =>
        line.Equals(keyword, StringComparison.OrdinalIgnoreCase) || line.StartsWith(keyword + " ", StringComparison.OrdinalIgnoreCase));
}
