using ListmonkPS.Core.Listmonk.OptIn.Due;

namespace ListmonkPS.Core.Evidence.Defects;

/// <summary>What decides here whether a defect bites; null for what this access does not tell.</summary>
/// <param name="EnabledSmtp">Number of enabled SMTP blocks.</param>
/// <param name="Switch">app.send_optin_confirmation.</param>
/// <param name="UnsubscribeHeader">privacy.unsubscribe_header.</param>
/// <param name="Past">What became of people on double opt-in lists.</param>
internal sealed record DefectCircumstances(int? EnabledSmtp, bool? Switch, bool? UnsubscribeHeader, PastMemberships Past)
{
    /// <summary>Nothing is known.</summary>
    public static DefectCircumstances Unknown { get; } = new(null, null, null, PastMemberships.Unknown);
}
