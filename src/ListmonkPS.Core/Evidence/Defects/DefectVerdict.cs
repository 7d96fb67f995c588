using ListmonkPS.Core.Listmonk.Versions;

namespace ListmonkPS.Core.Evidence.Defects;

/// <summary>Whether a defect bites here, and by what.</summary>
/// <param name="Bites">True or false where it is certain; null when not known, or when it depends on what comes.</param>
/// <param name="Condition">That in words.</param>
/// <param name="People">Whom it hits or can hit.</param>
internal sealed record DefectVerdict(bool? Bites, string Condition, long? People = null)
{
    /// <summary>Judges one defect.</summary>
    /// <param name="defect">The defect, which the version has or may have.</param>
    /// <param name="version">The version.</param>
    /// <param name="here">What is known here.</param>
    public static DefectVerdict Of(KnownDefect defect, RunningVersion version, DefectCircumstances here) => defect.Condition switch
    {
        DefectCondition.Always => new DefectVerdict(true, Texts.Format("version.condition.always")),
        DefectCondition.MailServerUnreachable => new DefectVerdict(null, Texts.Format("version.condition.unreachable")),
        DefectCondition.MailServerRefuses => new DefectVerdict(null, Texts.Format("version.condition.refuses")),
        DefectCondition.NoSmtpEnabled => Known(here.EnabledSmtp is { } count ? count == 0 : null, "smtp", here.EnabledSmtp ?? 0),
        DefectCondition.HeaderSettingsDiffer => Known(here is { Switch: { } on, UnsubscribeHeader: { } header } ? on != header : null, "headers-differ"),
        DefectCondition.HeadersSent => Known(SendsHeaders(version.Newest, here), "headers-sent"),
        DefectCondition.SomebodyUnsubscribed => Known(here.Past.Unsubscribed is { } gone ? gone > 0 : null, "unsubscribed", here.Past.Unsubscribed ?? 0) with { People = here.Past.Unsubscribed },
        DefectCondition.SomebodyConfirmed => Known(here.Past.HasConfirmed, "confirmed"),
        // Nothing records how a subscriber was made: people on no list are a hint, their absence is none.
        DefectCondition.ListsByUuid => here.Past.OnNoList is { } none and > 0
            ? new DefectVerdict(null, Texts.Format("version.condition.on-no-list", none))
            : new DefectVerdict(null, Texts.Format("version.condition.by-uuid")),
        DefectCondition.OptInCampaigns => new DefectVerdict(null, Texts.Format("version.condition.campaigns")),
        _ => new DefectVerdict(version.Told.IsNightly ? null : false, Texts.Format(version.Told.IsNightly ? "version.condition.nightly" : "version.condition.nightly-no")),
    };

    private static bool? SendsHeaders(ListmonkVersion version, DefectCircumstances here) =>
        QuirkTable.For(version).UnsubscribeHeaderFollowsSwitch ? here.Switch : here.UnsubscribeHeader;

    private static DefectVerdict Known(bool? isSo, string key, params object?[] arguments) =>
        new(isSo, Texts.Format($"version.condition.{key}" + (isSo is null ? "-unknown" : isSo.Value ? "" : "-no"), arguments));
}
