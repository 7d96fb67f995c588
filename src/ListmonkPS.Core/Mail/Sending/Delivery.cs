namespace ListmonkPS.Core.Mail.Sending;

/// <summary>What became of one mail at the mail server.</summary>
/// <param name="End">How far it came.</param>
/// <param name="Stage">The step at which it ended.</param>
/// <param name="Code">Reply code; null without a reply.</param>
/// <param name="Text">The reply without its code, or what went wrong in plain words; not yet harmless.</param>
internal sealed record Delivery(DeliveryEnd End, SmtpStageName Stage, int? Code, string Text)
{
    /// <summary>The reply as a server says it: code and words.</summary>
    public string Reply => Code is { } code ? $"{code} {Text}" : Text;
}
