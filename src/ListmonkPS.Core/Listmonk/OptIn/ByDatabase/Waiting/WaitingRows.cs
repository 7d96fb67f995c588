using ListmonkPS.Core.Listmonk.OptIn.Due;
using Npgsql;

namespace ListmonkPS.Core.Listmonk.OptIn.ByDatabase.Waiting;

/// <summary>
/// What the statements of the due list have in common (contract 2.5): the unconfirmed rows of enabled people on lists that ask for confirmation. Conditions
/// that leave nobody out are left out themselves: over a million rows each of them is felt.
/// </summary>
/// <param name="selection">Which people.</param>
internal readonly struct WaitingRows(DueSelection selection)
{
    /// <summary>The age of a row; kept within what a .NET time can hold, and never null (both can only come from edits by SQL; greatest passes over a null).</summary>
    public const string Age = "least(greatest(sl.created_at, 'epoch'), '9999-12-30 00:00+00')";

    /// <summary>The age of a person: that of the oldest row.</summary>
    public const string Oldest = "least(greatest(min(sl.created_at), 'epoch'), '9999-12-30 00:00+00')";

    /// <summary>The rows of all subscribers, whether they may be mailed or not.</summary>
    public const string OfAnybody = $"FROM subscriber_lists sl WHERE {Waits}";

    /// <summary>Where the rows and their people are.</summary>
    public const string From = "FROM subscriber_lists sl JOIN subscribers s ON s.id = sl.subscriber_id";

    /// <summary>Which of them.</summary>
    public const string Where = $"WHERE {Waits} AND s.status = 'enabled'::subscriber_status";

    /// <summary>The rows alone.</summary>
    public const string Rows = $"{From} {Where}";

    private const string Waits = "sl.status = 'unconfirmed'::subscription_status AND sl.list_id = ANY(@asking)";

    private readonly DueSelection _selection = selection;

    /// <summary>HAVING of a group that is one person: somebody on a wanted list.</summary>
    public string Having => IsForAll ? "" : "HAVING bool_or(sl.list_id = ANY(@wanted))";

    /// <summary>Leaves out whose mail bounced hard, and who complained.</summary>
    public string NotBounced => Without("b.subscriber_id = s.id");

    /// <summary>The same for people from @afterId on: said of the bounces, too, it lets PostgreSQL begin there.</summary>
    public string NotBouncedFromHere => Without("b.subscriber_id = s.id AND b.subscriber_id >= @afterId");

    /// <summary>Leaves out whose address is not wanted.</summary>
    public string WithAddress =>
        (_selection.Addresses.Emails.IsEmpty ? "" : " AND " + _selection.Addresses.Emails.Condition("s.email", Names("@emails"), "@email"))
        + (_selection.Addresses.Domains.IsEmpty ? "" : " AND " + _selection.Addresses.Domains.Condition(AddressFilter.DomainOf("s.email"), Names("@domains"), "@domain"));

    /// <summary>
    /// Leaves out whole people by what all their rows say together: the time of the oldest, and whether one is on a wanted list. It is asked for each row that
    /// passed the rest, by the primary key, so that its cost is in proportion whatever PostgreSQL thinks of the numbers.
    /// </summary>
    public string OfWantedPeople
    {
        get
        {
            List<string> conditions = [];
            if (_selection.Since is not null)
                conditions.Add($"{Oldest} >= @since");
            if (_selection.Before is not null)
                conditions.Add($"{Oldest} < @before");
            if (!IsForAll)
                conditions.Add("bool_or(sl.list_id = ANY(@wanted))");
            if (conditions.Count == 0)
                return "";
            string all = $"AND (SELECT {string.Join(" AND ", conditions)} {OfAnybody} AND sl.subscriber_id = s.id)";
            return _selection.Since is null ? all : $"AND {Age} >= @since {all}"; // no row of a wanted person is older, which is soon seen
        }
    }

    private bool IsForAll => _selection.WantedLists.Length == _selection.AskingLists.Length;

    /// <summary>A statement with the parameters that its text names.</summary>
    public NpgsqlCommand Command(string sql, NpgsqlConnection connection)
    {
        NpgsqlCommand command = new(sql, connection);
        command.Parameters.AddWithValue("asking", _selection.AskingLists);
        if (!IsForAll)
            command.Parameters.AddWithValue("wanted", _selection.WantedLists);
        AddNamed("emails", _selection.Addresses.Emails.Names.ToArray());
        AddNamed("email", _selection.Addresses.Emails.Expression);
        AddNamed("domains", _selection.Addresses.Domains.Names.ToArray());
        AddNamed("domain", _selection.Addresses.Domains.Expression);
        AddNamed("since", _selection.Since);
        AddNamed("before", _selection.Before);
        return command;

        void AddNamed(string name, object? value)
        {
            if (value is not null && sql.Contains($"@{name}", StringComparison.Ordinal))
                command.Parameters.AddWithValue(name, value);
        }
    }

    // Lower case as this database knows it, on both sides.
    private static string Names(string parameter) => $"SELECT lower(name) FROM unnest({parameter}) name";

    private string Without(string bounces) =>
        _selection.LeaveOutBounced ? $"AND NOT EXISTS (SELECT FROM bounces b WHERE {bounces} AND b.type::text IN ('hard', 'complaint'))" : "";
}
