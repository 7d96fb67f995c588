using System.Text.Json;
using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Settings.Catalogue;
using ListmonkPS.Core.Listmonk.Settings.Reading;
using ListmonkPS.Core.Listmonk.Settings.Writing;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Listmonk.Settings.Changing;

/// <summary>
/// What listmonk checks over several members when all settings are saved, and does not check on the other ways (4.3, G50): one SMTP server is enabled, and
/// no two servers or messengers have one name.
/// </summary>
internal static class ChangeRules
{
    private const string Enabled = "enabled";
    private const string Name = "name";
    private const string Messengers = "messengers";

    /// <summary>The name that all SMTP servers together have.</summary>
    private const string Reserved = "email";

    /// <summary>Refuses changes after which a rule would be broken that they touch.</summary>
    /// <exception cref="FailureException">LastSmtpServer or MessengerNameTaken.</exception>
    public static void Check(IReadOnlyList<PlannedRow> rows, SettingSnapshot now)
    {
        SettingEdit[] edits = [.. rows.SelectMany(row => row.Edits).Where(edit => edit.IsNeeded)];
        if (edits.FirstOrDefault(edit => IsMember(edit, Enabled, SettingKeys.Smtp) && !IsTrue(edit.New)) is { } switchedOff
            && !Blocks(SettingKeys.Smtp, rows, now).Any(block => IsTrue(block[Enabled])))
            throw new FailureException(SettingFailures.LastSmtpServer(switchedOff.Target.Name));

        foreach (SettingEdit edit in edits.Where(edit => IsMember(edit, Name, SettingKeys.Smtp, Messengers) && TextOf(edit.New).Length > 0))
        {
            string wanted = TextOf(edit.New);
            int count = Blocks(SettingKeys.Smtp, rows, now).Concat(Blocks(Messengers, rows, now)).Count(block => TextOf(block[Name]) == wanted);
            if (count > 1 || wanted == Reserved)
                throw new FailureException(SettingFailures.MessengerNameTaken(edit.Target.Name, HarmlessText.Of(wanted)));
        }
    }

    /// <summary>Refuses changes after which listmonk would not come back from its reload for another value that is stored.</summary>
    /// <exception cref="FailureException">StopsAtReload.</exception>
    public static void CheckStart(IReadOnlyList<PlannedRow> rows, SettingSnapshot now)
    {
        SettingEdit[] edits = [.. rows.SelectMany(row => row.Edits).Where(edit => edit.IsNeeded)];
        if (edits.Length > 0 && StartRules.Broken(Row(SettingKeys.Smtp, rows, now)) is { Count: > 0 } broken)
            throw new FailureException(SettingFailures.StopsAtReload(edits[0].Target.Name, HarmlessText.Of(string.Join(", ", broken))));
    }

    private static JsonNode? Row(string key, IReadOnlyList<PlannedRow> rows, SettingSnapshot now)
    {
        JsonNode? row = now.Values.GetValueOrDefault(key);
        return rows.FirstOrDefault(planned => planned.Key.Name == key) is { } changed ? changed.Apply(row?.DeepClone()) : row;
    }

    private static IEnumerable<JsonObject> Blocks(string key, IReadOnlyList<PlannedRow> rows, SettingSnapshot now) =>
        (Row(key, rows, now) as JsonArray ?? []).OfType<JsonObject>();

    private static bool IsMember(SettingEdit edit, string member, params string[] keys) => keys.Contains(edit.Target.KeyName) && edit.Target.Path is [{ } only] && only == member;

    private static bool IsTrue(JsonNode? value) => value?.GetValueKind() == JsonValueKind.True;

    private static string TextOf(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : "";
}
