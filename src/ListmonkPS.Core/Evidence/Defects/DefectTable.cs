namespace ListmonkPS.Core.Evidence.Defects;

/// <summary>
/// The defects of contract 1.2 that are a version's own. Not here: B1 and B16 (settings and relays), B15 (no cause known; it fits B1), B17 (network), B22 (the form's own answer).
/// </summary>
internal static class DefectTable
{
    /// <summary>All of them, in the order of their numbers.</summary>
    public static IReadOnlyList<KnownDefect> All { get; } =
    [
        new("B2", null, "v5.0.0", OptInEffect.StopsAll, DefectCondition.MailServerUnreachable, 1579),
        new("B3", "v5.0.0", "v5.0.3", OptInEffect.StopsSome, DefectCondition.MailServerUnreachable, 2536),
        new("B4", "v5.0.0", "v5.0.3", OptInEffect.Weakens, DefectCondition.MailServerRefuses, 2535),
        new("B5", "v5.0.3", "v5.1.0", OptInEffect.None, DefectCondition.MailServerRefuses, null),
        new("B6", "v5.0.0", "v5.1.0", OptInEffect.None, DefectCondition.HeaderSettingsDiffer, 2619),
        new("B7", "v5.0.0", null, OptInEffect.None, DefectCondition.HeadersSent, 3063),
        new("B8", "v5.0.2", "v6.2.0", OptInEffect.StopsSome, DefectCondition.SomebodyUnsubscribed, 2976),
        new("B9", "v4.0.0", "v5.0.2", OptInEffect.None, DefectCondition.SomebodyUnsubscribed, 2515),
        new("B10", null, "v3.0.0", OptInEffect.Weakens, DefectCondition.SomebodyConfirmed, 1441),
        new("B11", "v6.1.0", "v6.2.0", OptInEffect.Weakens, DefectCondition.NightlyBuild, 2987),
        new("B12", null, "v3.0.0", OptInEffect.None, DefectCondition.Always, 1638),
        new("B13", "v2.5.1", "v4.0.0", OptInEffect.StopsSome, DefectCondition.OptInCampaigns, null),
        new("B14", "v4.0.0", null, OptInEffect.StopsSome, DefectCondition.ListsByUuid, null),
        new("B18", null, "v2.5.0", OptInEffect.StopsSome, DefectCondition.SomebodyConfirmed, 1257),
        new("B19", null, "v3.0.0", OptInEffect.None, DefectCondition.MailServerRefuses, 1333),
        new("B20", null, "v6.2.0", OptInEffect.Weakens, DefectCondition.Always, 2429),
        new("B21", "v5.0.0", null, OptInEffect.StopsAll, DefectCondition.NoSmtpEnabled, null),
    ];
}
