namespace ListmonkPS.Core.Mail.Smtp.Wire;

/// <summary>A reply as it came: its code and its lines.</summary>
/// <param name="Code">Code of the last line.</param>
/// <param name="Lines">The lines as received, with their codes.</param>
internal sealed record WireReply(int Code, IReadOnlyList<string> Lines)
{
    /// <summary>True for 2xx.</summary>
    public bool IsPositive => Code / 100 == 2;

    /// <summary>True for 3xx: the server waits for more.</summary>
    public bool IsIntermediate => Code / 100 == 3;

    /// <summary>The whole reply as received.</summary>
    public string Raw => string.Join('\n', Lines);

    /// <summary>What stands after the code, line by line.</summary>
    public IEnumerable<string> Words => Lines.Select(line => line.Length > 4 ? line[4..] : "");
}
