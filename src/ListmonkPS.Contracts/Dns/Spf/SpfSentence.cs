namespace ListmonkPS;

/// <summary>A sentence that is put into words only when somebody reads it: thousands of addresses are checked for each one that is looked at.</summary>
/// <param name="Group">First part of the text's key, with its dot.</param>
/// <param name="Word">Rest of the key.</param>
/// <param name="Arguments">What stands in the text, already harmless.</param>
internal sealed record SpfSentence(string Group, string Word, params string[] Arguments)
{
    /// <summary>The sentence.</summary>
    public string Text => Texts.Format(Group + Word, Arguments);
}
