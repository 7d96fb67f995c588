using ListmonkPS.Core.Resend.Ledger;
using ListmonkPS.Core.Resend.Limits;
using ListmonkPS.Core.Resend.Servers;
using ListmonkPS.Core.Resend.Smtp;

namespace ListmonkPS.Core.Resend.Planning;

/// <summary>What a plan carries from planning to sending.</summary>
/// <param name="Subject">The server.</param>
/// <param name="Request">What was asked for.</param>
/// <param name="Identity">What makes the run.</param>
/// <param name="Limits">How fast.</param>
/// <param name="People">Who is added to the run, in order.</param>
/// <param name="HasPeople">True when people were given, also when all of them are in the run already.</param>
/// <param name="IsNew">True when the run is begun; false when it is resumed.</param>
/// <param name="Sending">What SMTP needs; null by the API.</param>
internal sealed record PlanLink(
    ResendSubject Subject, ResendRequest Request, RunIdentity Identity, ResendLimits Limits, IReadOnlyList<ResendTarget> People, bool HasPeople,
    bool IsNew, SmtpSending? Sending)
{
    /// <summary>Who is left in the run that is resumed; only known when the command has other sessions.</summary>
    public IReadOnlyList<Guid> Left { get; init; } = [];

    /// <summary>Mails that the account has begun in its day, by whatever run; 0 where there is no limit a day.</summary>
    public int UsedToday { get; init; }
}
