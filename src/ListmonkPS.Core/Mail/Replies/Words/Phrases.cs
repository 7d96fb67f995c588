namespace ListmonkPS.Core.Mail.Replies.Words;

/// <summary>Writes patterns that join any of some phrases with any of others.</summary>
internal static class Phrases
{
    /// <summary>Any of the first followed by any of the second, near each other.</summary>
    public static string[] Pairs(string[] first, string[] second) => [.. Groups(first).SelectMany(one => Groups(second).Select(other => one + "*" + other))];

    /// <summary>All phrases as alternatives, but those of several steps alone: a step ends the list of alternatives.</summary>
    private static IEnumerable<string> Groups(string[] phrases) =>
        phrases.Where(phrase => phrase.Contains('*', StringComparison.Ordinal))
            .Append(string.Join('|', phrases.Where(phrase => !phrase.Contains('*', StringComparison.Ordinal))))
            .Where(group => group.Length > 0);

    /// <summary>Any of the first with any of the second, in either order, near each other.</summary>
    public static string[] EitherOrder(string[] first, string[] second) => [.. Pairs(first, second), .. Pairs(second, first)];
}
