using ListmonkPS.Core.Resend.Smtp;

namespace ListmonkPS.Core.Resend.Planning;

/// <summary>The way that the mails of a run go.</summary>
/// <param name="Via">By the API or by SMTP.</param>
/// <param name="Account">The account whose limits count.</param>
/// <param name="Template">Fingerprint of the template; empty for listmonk's own.</param>
/// <param name="ProviderLimits">What is known of the provider's limits; null for nothing.</param>
/// <param name="Sending">What SMTP needs; null by the API.</param>
internal sealed record PlannedRoute(ResendRoute Via, string Account, string Template, SmtpProviderLimits? ProviderLimits, SmtpSending? Sending);
