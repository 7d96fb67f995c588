namespace ListmonkPS.Core.Diagnosis.Checks.Smtp.Reaching;

/// <summary>The server of each block has a name that exists.</summary>
internal sealed class SmtpHostUnknownCheck() : SmtpFaultCheck(SmtpFault.HostUnknown);
