namespace ListmonkPS.Core.Listmonk.Settings.Catalogue;

/// <summary>The names that somebody who misspelt one most likely meant.</summary>
internal static class NearestNames
{
    private const int Most = 3;

    /// <summary>Beyond this length a name is no slip of the keys; it also bounds the work.</summary>
    private const int LongestName = 100;

    /// <summary>At most three names, nearest first; none when nothing is near.</summary>
    /// <param name="given">Name as typed.</param>
    /// <param name="names">Names that exist.</param>
    public static IReadOnlyList<string> Of(string given, IEnumerable<string> names)
    {
        if (given.Length is 0 or > LongestName) return [];
        return [.. names.Select(name => (Name: name, Distance: Distance(given, name)))
            .Where(item => item.Distance is not null)
            .OrderBy(item => item.Distance).ThenBy(item => item.Name, StringComparer.Ordinal)
            .Take(Most)
            .Select(item => item.Name)];
    }

    /// <summary>How far off a name is, by the whole of it or by its last part alone; null for too far.</summary>
    private static int? Distance(string given, string name)
    {
        string givenPart = LastPart(given);
        string part = LastPart(name);
        int allowed = Math.Max(2, givenPart.Length / 3);
        // The last part is what people remember: exact, then inside another, then misspelt; a right last part under a wrong area comes first.
        if (string.Equals(givenPart, part, StringComparison.OrdinalIgnoreCase)) return 0;
        int least = Math.Min(Edits(given, name), Edits(givenPart, part) + 1);
        if (least <= allowed) return least;
        return givenPart.Length >= 3 && part.Contains(givenPart, StringComparison.OrdinalIgnoreCase) ? allowed + 1 : null;
    }

    private static string LastPart(string name) => name[(name.LastIndexOf('.') + 1)..];

    /// <summary>Damerau-Levenshtein distance with adjacent swaps (optimal string alignment), without regard to case.</summary>
    private static int Edits(string left, string right)
    {
        int[,] cost = new int[left.Length + 1, right.Length + 1];
        for (int i = 0; i <= left.Length; i++) cost[i, 0] = i;
        for (int j = 0; j <= right.Length; j++) cost[0, j] = j;
        for (int i = 1; i <= left.Length; i++)
        {
            for (int j = 1; j <= right.Length; j++)
            {
                int change = Same(left[i - 1], right[j - 1]) ? 0 : 1;
                cost[i, j] = Math.Min(Math.Min(cost[i - 1, j] + 1, cost[i, j - 1] + 1), cost[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]))
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
            }
        }

        return cost[left.Length, right.Length];
    }

    private static bool Same(char left, char right) => char.ToUpperInvariant(left) == char.ToUpperInvariant(right);
}
