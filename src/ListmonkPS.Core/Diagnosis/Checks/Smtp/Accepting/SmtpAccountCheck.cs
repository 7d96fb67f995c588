namespace ListmonkPS.Core.Diagnosis.Checks.Smtp.Accepting;

/// <summary>The account at each provider is active and past its trial.</summary>
internal sealed class SmtpAccountCheck() : SmtpFaultCheck(SmtpFault.Account);
