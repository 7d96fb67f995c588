using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Diagnosis.Reading;

namespace ListmonkPS.Core.Diagnosis.Checks.Smtp.Reaching;

/// <summary>Each server takes the log-in.</summary>
internal sealed class SmtpLogInCheck() : SmtpFaultCheck(SmtpFault.LogIn)
{
    protected override string? CommandFor(SmtpTalk talk, FactSet facts) =>
        RemedyCommand.SetSetting(facts, RemedyCommand.Literal(talk.Address + "/password"), "(Read-Host -AsSecureString)");
}
