using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Diagnosis.Reading;
using ListmonkPS.Core.Mail.Smtp.Auth;

namespace ListmonkPS.Core.Diagnosis.Checks.Smtp.Reaching;

/// <summary>The log-in of each block is one that its server offers.</summary>
internal sealed class SmtpMechanismCheck() : SmtpFaultCheck(SmtpFault.Mechanism)
{
    protected override string? CommandFor(SmtpTalk talk, FactSet facts) => AuthNames.FirstOffered(talk.Test.Offered) is { } offered
        ? RemedyCommand.SetSetting(facts, RemedyCommand.Literal(talk.Address + "/auth_protocol"), offered == SmtpAuthMechanism.CramMd5 ? "cram" : offered.ToString().ToLowerInvariant())
        : null;
}
