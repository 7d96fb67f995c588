namespace ListmonkPS.Core.Diagnosis.Checks.Smtp.Reaching;

/// <summary>Each server answers as a mail server does.</summary>
internal sealed class SmtpSilentCheck() : SmtpFaultCheck(SmtpFault.Silent);
