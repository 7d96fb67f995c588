namespace ListmonkPS;

/// <summary>The certificate that a mail server showed.</summary>
public sealed record SmtpCertificate
{
    /// <summary>Names that it is for (subject alternative names), made harmless.</summary>
    public TextList<string> Names { get; init; } = TextList<string>.Empty;

    /// <summary>Subject, made harmless.</summary>
    public required string Subject { get; init; }

    /// <summary>Who issued it: organisation or common name, made harmless.</summary>
    public required string Issuer { get; init; }

    /// <summary>Not valid before.</summary>
    public DateTimeOffset NotBefore { get; init; }

    /// <summary>Not valid after.</summary>
    public DateTimeOffset NotAfter { get; init; }

    /// <summary>Whole days until it ends; negative when it has ended.</summary>
    public int DaysLeft { get; init; }

    /// <summary>What is wrong with it, each in one sentence; empty when nothing is.</summary>
    public TextList<string> Problems { get; init; } = TextList<string>.Empty;

    /// <summary>TLS version of the connection, for example TLS 1.3.</summary>
    public required string Protocol { get; init; }

    /// <summary>Cipher suite of the connection.</summary>
    public required string CipherSuite { get; init; }

    /// <summary>Subject and end.</summary>
    public override string ToString() => Subject;
}
