namespace ListmonkPS.Core.Diagnosis.Checks.Smtp.Accepting;

/// <summary>Each server takes the sender address.</summary>
internal sealed class SmtpSenderCheck() : SmtpFaultCheck(SmtpFault.Sender);
