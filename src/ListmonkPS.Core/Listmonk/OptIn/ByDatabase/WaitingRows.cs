using ListmonkPS.Core.Listmonk.OptIn.Due;
using Npgsql;

namespace ListmonkPS.Core.Listmonk.OptIn.ByDatabase;

/// <summary>
/// What the statements of the due list have in common (contract 2.5): the unconfirmed rows of enabled people on lists that ask for confirmation. Conditions
/// that leave nobody out are left out themselves: over a million rows each of them is felt.
/// </summary>
/// <param name="selection">Which people.</param>
internal readonly struct WaitingRows(DueSelection selection)
{
    /// <summary>The age that orders people; kept within what a .NET time can hold, and never null (both can only come from edits by SQL).</summary>
    public const string Oldest = "least(greatest(coalesce(min(sl.created_at), 'epoch'), 'epoch'), '9999-12-30 00:00+00')";

    /// <summary>The rows alone.</summary>
    public const string Rows = """
        FROM subscriber_lists sl JOIN subscribers s ON s.id = sl.subscriber_id
        WHERE sl.status = 'unconfirmed'::subscription_status AND sl.list_id = ANY(@asking) AND s.status = 'enabled'::subscriber_status
        """;

    private readonly DueSelection _selection = selection;

    /// <summary>HAVING of a group that is one person: somebody on a wanted list.</summary>
    public string Having => IsForAll ? "" : "HAVING bool_or(sl.list_id = ANY(@wanted))";

    /// <summary>Leaves out whose mail bounced hard, and who complained.</summary>
    public string NotBounced => _selection.LeaveOutBounced
        ? "AND NOT EXISTS (SELECT FROM bounces b WHERE b.subscriber_id = s.id AND b.type::text IN ('hard', 'complaint'))"
        : "";

    /// <summary>Leaves out whose address is not wanted.</summary>
    public string WithAddress =>
        (_selection.Addresses.EmailExpression is null ? "" : " AND s.email ~* @email")
        + (_selection.Addresses.DomainExpression is null ? "" : " AND substring(s.email from '[^@]*$') ~* @domain");

    private bool IsForAll => _selection.WantedLists.Length == _selection.AskingLists.Length;

    /// <summary>A statement with the parameters that its text names.</summary>
    public NpgsqlCommand Command(string sql, NpgsqlConnection connection)
    {
        NpgsqlCommand command = new(sql, connection);
        command.Parameters.AddWithValue("asking", _selection.AskingLists);
        if (!IsForAll)
            command.Parameters.AddWithValue("wanted", _selection.WantedLists);
        if (_selection.Addresses.EmailExpression is { } email && sql.Contains("@email", StringComparison.Ordinal))
            command.Parameters.AddWithValue("email", email);
        if (_selection.Addresses.DomainExpression is { } domain && sql.Contains("@domain", StringComparison.Ordinal))
            command.Parameters.AddWithValue("domain", domain);
        return command;
    }
}
