namespace ListmonkPS.Core.Diagnosis.Checks.Smtp.Reaching;

/// <summary>The certificate of each server is good for the name in the block.</summary>
internal sealed class SmtpCertificateCheck() : SmtpFaultCheck(SmtpFault.Certificate);
