namespace ListmonkPS.Core.Diagnosis.Checks.Smtp.Accepting;

/// <summary>No quota or rate is reached.</summary>
internal sealed class SmtpLimitCheck() : SmtpFaultCheck(SmtpFault.Limit);
