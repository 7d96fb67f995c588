using System.Globalization;
using ListmonkPS.Core.Listmonk.Database;

namespace ListmonkPS.Core.Listmonk.OptIn;

/// <summary>Finds the lists that somebody named.</summary>
internal static class ListChoice
{
    private const int NamesInFailure = 10;

    /// <summary>The lists that the texts name: by name with wildcards, by number or by UUID; all lists when there is no text.</summary>
    /// <param name="lists">All lists of the server.</param>
    /// <param name="wanted">What was typed.</param>
    /// <param name="session">Name of the session, for the failure.</param>
    /// <exception cref="FailureException">A text without wildcards names no list.</exception>
    public static IReadOnlyList<ListRow> Find(IReadOnlyList<ListRow> lists, IReadOnlyList<string> wanted, string session)
    {
        if (wanted.Count == 0)
            return lists;
        HashSet<ListRow> found = [];
        foreach (string text in wanted)
        {
            NamePattern pattern = new(text);
            ListRow[] matches = [.. lists.Where(list => Names(list, text, pattern))];
            if (matches.Length == 0 && !pattern.HasWildcard)
                throw new FailureException(SessionFailures.ListNotFound(session, text, NamesOf(lists)));
            found.UnionWith(matches);
        }

        return [.. lists.Where(found.Contains)];
    }

    /// <summary>The very name comes first: a list may be called "[Weekly]" or "2025".</summary>
    private static bool Names(ListRow list, string text, NamePattern pattern) =>
        list.Name.Equals(text, StringComparison.OrdinalIgnoreCase)
        || pattern.IsMatch(list.Name)
        || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int id) && id == list.Id)
        || (Guid.TryParse(text, out Guid uuid) && uuid == list.Uuid);

    private static string NamesOf(IReadOnlyList<ListRow> lists) =>
        string.Join("; ", lists.Take(NamesInFailure).Select(list => list.Name)) + (lists.Count > NamesInFailure ? "; \u2026" : "");
}
