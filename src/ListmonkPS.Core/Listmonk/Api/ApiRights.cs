namespace ListmonkPS.Core.Listmonk.Api;

/// <summary>Rights of API users, as listmonk names them (4.2).</summary>
internal static class ApiRights
{
    /// <summary>To read the settings.</summary>
    public const string ReadSettings = "settings:get";

    /// <summary>To change them, and to have the server reload.</summary>
    public const string ManageSettings = "settings:manage";

    /// <summary>To see every list; without it GET /api/lists answers with those that the user may see, perhaps none, and refuses nothing.</summary>
    public const string ReadLists = "lists:get_all";

    /// <summary>To see every subscriber.</summary>
    public const string ReadSubscribers = "subscribers:get_all";

    /// <summary>To change subscribers, and to have opt-in mails sent to them again.</summary>
    public const string ManageSubscribers = "subscribers:manage";

    /// <summary>To ask for subscribers by SQL (since v5; G16): then they come in parts, else whole.</summary>
    public const string QuerySubscribers = "subscribers:sql_query";

    /// <summary>To see whose mail bounced.</summary>
    public const string ReadBounces = "bounces:get";

    /// <summary>The least that the diagnosis needs.</summary>
    public static IReadOnlyList<string> OfDiagnosis { get; } = [ReadSettings, ReadLists, ReadSubscribers];
}
