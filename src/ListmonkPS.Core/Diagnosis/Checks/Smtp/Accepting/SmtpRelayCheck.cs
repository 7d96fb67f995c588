namespace ListmonkPS.Core.Diagnosis.Checks.Smtp.Accepting;

/// <summary>Each server passes mail on.</summary>
internal sealed class SmtpRelayCheck() : SmtpFaultCheck(SmtpFault.Relay);
