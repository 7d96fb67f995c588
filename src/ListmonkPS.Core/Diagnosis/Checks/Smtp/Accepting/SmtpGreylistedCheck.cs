namespace ListmonkPS.Core.Diagnosis.Checks.Smtp.Accepting;

/// <summary>No server refuses the first time only: listmonk would not try again in time.</summary>
internal sealed class SmtpGreylistedCheck() : SmtpFaultCheck(SmtpFault.Greylisted);
