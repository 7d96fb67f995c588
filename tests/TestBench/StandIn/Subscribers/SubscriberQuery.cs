namespace ListmonkPS.TestBench.StandIn.Subscribers;

/// <summary>What GET /api/subscribers was asked for.</summary>
internal sealed record SubscriberQuery
{
    private const int DefaultPageSize = 20;
    private const int LargestPage = 50;
    private static readonly string[] OrderColumns = ["email", "status", "name", "created_at", "updated_at"];

    /// <summary>Only members of these lists; a member of two of them comes twice (G14).</summary>
    public required int[] ListIds { get; init; }

    /// <summary>Counts only together with <see cref="ListIds"/> (G12).</summary>
    public required string SubscriptionStatus { get; init; }

    /// <summary>Raw SQL of the caller (G16).</summary>
    public required string Condition { get; init; }

    public required string Order { get; init; }

    public required bool Ascending { get; init; }

    public required int Page { get; init; }

    /// <summary>Rows a page; 0 for all. More than 50 is cut without a word (G15).</summary>
    public required int PageSize { get; init; }

    /// <summary>Reads per_page.</summary>
    public static int ReadPageSize(string text) => text switch
    {
        "all" => 0,
        _ when int.TryParse(text, out int size) && size > 0 => Math.Min(size, LargestPage),
        _ => DefaultPageSize,
    };

    /// <summary>The SELECT without its columns, and what fills it.</summary>
    public (string Sql, (string Name, object Value)[] Parameters) From()
    {
        List<string> conditions = ["true"];
        List<(string, object)> parameters = [];
        string from = "from subscribers";
        if (ListIds.Length > 0)
        {
            from += " join subscriber_lists on subscriber_lists.subscriber_id = subscribers.id and subscriber_lists.list_id = any(@lists)";
            parameters.Add(("lists", ListIds));
            if (SubscriptionStatus.Length > 0)
            {
                conditions.Add("subscriber_lists.status = @status::subscription_status");
                parameters.Add(("status", SubscriptionStatus));
            }
        }
        if (Condition.Length > 0)
            conditions.Add($"({Condition}\n)");
        return ($"{from} where {string.Join(" and ", conditions)}", [.. parameters]);
    }

    /// <summary>ORDER BY, and the window of the page.</summary>
    public string Window()
    {
        string column = OrderColumns.Contains(Order) ? Order : "id";
        string direction = Ascending ? "asc" : "desc";
        string window = PageSize > 0 ? $" limit {PageSize} offset {(Page - 1) * (long)PageSize}" : "";
        return $"order by subscribers.{column} {direction}, subscribers.id {direction}{window}";
    }
}
