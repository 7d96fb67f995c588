namespace ListmonkPS;

/// <summary>What one aspect of a database is like.</summary>
public sealed record DatabaseTest
{
    /// <summary>What was tested.</summary>
    public DatabaseAspect Aspect { get; init; }

    /// <summary>
    /// Pass; Warning for what slows listmonk down or will stop it; Fail for what stops it now; Skipped when our role may not see it, with the right that it
    /// needs in <see cref="Remedy"/>; Error when it could not be read.
    /// </summary>
    public CheckStatus Status { get; init; }

    /// <summary>What was found, in one sentence with the numbers in it.</summary>
    public required string Summary { get; init; }

    /// <summary>The sessions, tables or sequences that it is about, a line each, made harmless.</summary>
    public TextList<string> Details { get; init; } = TextList<string>.Empty;

    /// <summary>What to do; null when nothing is to be done.</summary>
    public string? Remedy { get; init; }

    /// <summary>Name of the session.</summary>
    public string Session { get; init; } = "";
}
