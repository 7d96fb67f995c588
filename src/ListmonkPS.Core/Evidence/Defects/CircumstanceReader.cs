using System.Text.Json.Nodes;
using ListmonkPS.Core.Evidence.Smtp;
using ListmonkPS.Core.Listmonk;
using ListmonkPS.Core.Listmonk.OptIn.ByApi;
using ListmonkPS.Core.Listmonk.OptIn.ByDatabase;
using ListmonkPS.Core.Listmonk.OptIn.Due;
using ListmonkPS.Core.Listmonk.Settings.Catalogue;

namespace ListmonkPS.Core.Evidence.Defects;

/// <summary>Reads what decides whether a defect bites. What cannot be read stays unknown: that is said of each defect, and is no failure.</summary>
internal static class CircumstanceReader
{
    private const string UnsubscribeHeader = "privacy.unsubscribe_header";

    /// <summary>What became of people: from the database, else from the API, else unknown.</summary>
    /// <param name="server">The server.</param>
    /// <param name="untold">Takes why something cannot be read.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async Task<PastMemberships> ReadPastAsync(ListmonkServer server, Action<Failure> untold, CancellationToken cancellation)
    {
        List<Func<Task<PastMemberships>>> ways = [];
        if (server.Database is { } database)
            ways.Add(() => database.ReadAsync(PastMembershipQuery.ReadAsync, cancellation));
        if (server.Api is { } api)
            ways.Add(() => ApiPastMemberships.ReadAsync(api, cancellation));
        foreach (Func<Task<PastMemberships>> way in ways)
        {
            try
            {
                return await way();
            }
            catch (FailureException failure)
            {
                untold(failure.Failure);
            }
        }

        return PastMemberships.Unknown;
    }

    /// <summary>What settings and past tell.</summary>
    /// <param name="settings">Settings by key; null when they cannot be read.</param>
    /// <param name="past">What became of people.</param>
    public static DefectCircumstances Of(IReadOnlyDictionary<string, JsonNode?>? settings, PastMemberships past) => settings is null
        ? DefectCircumstances.Unknown with { Past = past }
        : new DefectCircumstances(
            SmtpBlock.Of(settings.GetValueOrDefault(SettingKeys.Smtp)).Count(block => block.IsEnabled),
            FlagOf(settings, SettingKeys.SendOptInConfirmation),
            FlagOf(settings, UnsubscribeHeader),
            past);

    // A row that is missing counts as off (3.5).
    private static bool? FlagOf(IReadOnlyDictionary<string, JsonNode?> settings, string key) =>
        settings.GetValueOrDefault(key) is JsonValue value && value.TryGetValue(out bool flag) && flag;
}
