using System.Text.RegularExpressions;

namespace ListmonkPS.Core.Listmonk.Database.Troubles;

/// <summary>The tables of listmonk that this module reads.</summary>
internal static class ListmonkTables
{
    /// <summary>Names, unqualified: listmonk finds them by the search path.</summary>
    public static IReadOnlyList<string> Names { get; } = ["settings", "lists", "subscribers", "subscriber_lists"];

    /// <summary>The same, and the one that some commands can do without.</summary>
    public static IReadOnlyList<string> Known { get; } = [.. Names, "campaigns"];

    /// <summary>The first of the tables that a message of PostgreSQL names; the words around it are translated, the name is not.</summary>
    public static string? NamedIn(string message) =>
        Known.FirstOrDefault(name => Regex.IsMatch(message, $@"(?<!\w){name}(?!\w)", RegexOptions.CultureInvariant));
}
