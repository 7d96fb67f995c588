namespace ListmonkPS.Core.Diagnosis.Checks.Smtp.Reaching;

/// <summary>Each server takes connections.</summary>
internal sealed class SmtpUnreachableCheck() : SmtpFaultCheck(SmtpFault.Unreachable);
