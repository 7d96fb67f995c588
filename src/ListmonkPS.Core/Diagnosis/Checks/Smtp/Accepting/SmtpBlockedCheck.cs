namespace ListmonkPS.Core.Diagnosis.Checks.Smtp.Accepting;

/// <summary>No server refuses the address or name that mail comes from.</summary>
internal sealed class SmtpBlockedCheck() : SmtpFaultCheck(SmtpFault.Blocked);
