namespace ListmonkPS.Core.Mail.Replies.Words;

/// <summary>Writes many patterns at once.</summary>
internal static class Phrases
{
    /// <summary>Each of the first followed by each of the second, near each other.</summary>
    public static string[] Pairs(string[] first, string[] second) => [.. first.SelectMany(one => second.Select(other => one + "*" + other))];

    /// <summary>Each of the first with each of the second, in either order, near each other.</summary>
    public static string[] EitherOrder(string[] first, string[] second) => [.. Pairs(first, second), .. Pairs(second, first)];
}
