namespace ListmonkPS.Core.Diagnosis.Checks.Smtp.Accepting;

/// <summary>No server refuses for another reason.</summary>
internal sealed class SmtpRefusedCheck() : SmtpFaultCheck(SmtpFault.Refused);
