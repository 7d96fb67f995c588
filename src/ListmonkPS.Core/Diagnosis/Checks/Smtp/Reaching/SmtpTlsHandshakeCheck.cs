namespace ListmonkPS.Core.Diagnosis.Checks.Smtp.Reaching;

/// <summary>TLS comes about with each server.</summary>
internal sealed class SmtpTlsHandshakeCheck() : SmtpFaultCheck(SmtpFault.TlsHandshake);
