namespace ListmonkPS.Core.Mail.Replies.Words;

/// <summary>Writes patterns that join any of some phrases with any of others.</summary>
internal static class Phrases
{
    /// <summary>Any of the first followed by any of the second, near each other.</summary>
    public static string[] Pairs(string[] first, string[] second) => [string.Join('|', first) + "*" + string.Join('|', second)];

    /// <summary>Any of the first with any of the second, in either order, near each other.</summary>
    public static string[] EitherOrder(string[] first, string[] second) => [.. Pairs(first, second), .. Pairs(second, first)];
}
