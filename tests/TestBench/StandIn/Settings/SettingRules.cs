using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ListmonkPS.Core.Listmonk.Versions;

namespace ListmonkPS.TestBench.StandIn.Settings;

/// <summary>What a PUT of all settings checks and puts right before it stores (4.3). A PUT by key checks nothing (G50).</summary>
internal static partial class SettingRules
{
    /// <summary>Normalises the decoded settings in place.</summary>
    /// <returns>Why they are refused; null when they may be stored.</returns>
    public static string? Apply(JsonObject settings, Quirks quirks)
    {
        settings["app.root_url"] = Text(settings, "app.root_url").TrimEnd('/');
        JsonObject[] smtp = Blocks(settings, "smtp");
        foreach (JsonObject block in smtp)
            TidySmtp(block, quirks);
        if (!smtp.Any(IsEnabled))
            return "At least one SMTP block should be enabled";
        return BadName(smtp, settings) ?? BadInterval(settings);
    }

    private static void TidySmtp(JsonObject block, Quirks quirks)
    {
        if (quirks.TrimsSmtpHost)
            block["host"] = Text(block, "host").Trim();
        if (quirks.SmtpHasName && Text(block, "name") is { Length: > 0 } name)
            block["name"] = "email-" + NotNameLike().Replace(name.ToLowerInvariant(), "-").Replace("email-", "", StringComparison.Ordinal);
    }

    /// <summary>Names of messengers and of SMTP blocks share one room, in which "email" is taken.</summary>
    private static string? BadName(JsonObject[] smtp, JsonObject settings)
    {
        HashSet<string> taken = ["email"];
        string[] names = [.. smtp.Concat(Blocks(settings, "messengers")).Select(block => Text(block, "name")).Where(name => name.Length > 0)];
        return names.FirstOrDefault(name => !taken.Add(name)) is { } twice ? $"Duplicate messenger name: {twice}" : null;
    }

    private static string? BadInterval(JsonObject settings)
    {
        foreach (JsonObject mailbox in Blocks(settings, "bounce.mailboxes"))
            if (!(Duration.TryParse(Text(mailbox, "scan_interval")) >= TimeSpan.FromMinutes(1)))
                return "Invalid scan interval: it must be at least 1m";
        bool caches = settings["app.cache_slow_queries"]!.GetValue<bool>();
        return caches && !Cron().IsMatch(Text(settings, "app.cache_slow_queries_interval")) ? "Invalid cron expression" : null;
    }

    private static JsonObject[] Blocks(JsonObject settings, string key) =>
        [.. (settings[key] as JsonArray ?? []).Select(block => block!.AsObject())];

    private static bool IsEnabled(JsonObject block) => block["enabled"]!.GetValue<bool>();

    private static string Text(JsonObject block, string name) => block[name]?.GetValue<string>() ?? "";

    [GeneratedRegex("[^a-z0-9-]+", RegexOptions.CultureInvariant)]
    private static partial Regex NotNameLike();

    [GeneratedRegex(@"\A\S+(?: \S+){4}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Cron();
}
