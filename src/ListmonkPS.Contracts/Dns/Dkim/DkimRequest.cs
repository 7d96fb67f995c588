namespace ListmonkPS;

/// <summary>Which keys are to be judged. What is not given is taken from the session.</summary>
public sealed record DkimRequest
{
    /// <summary>Signing domain; null for that of the session's From address.</summary>
    public string? Domain { get; init; }

    /// <summary>Selectors; empty for those of the mail file, or the usual ones.</summary>
    public IReadOnlyList<string> Selectors { get; init; } = [];

    /// <summary>Algorithm of a signature (a=); null to judge the keys alone.</summary>
    public string? Algorithm { get; init; }

    /// <summary>Identity of a signature (i=); null for none.</summary>
    public string? Identity { get; init; }

    /// <summary>File of a mail whose signatures name domains and selectors; null for none.</summary>
    public string? MailPath { get; init; }
}
