using ListmonkPS.Core.Mail.Smtp.Auth;
using MailKit.Security;

namespace ListmonkPS.Core.Mail.Sending;

/// <summary>The way of logging in that a block names, and no other: as listmonk does.</summary>
internal static class LinkLogIn
{
    /// <summary>The mechanism with its log-in.</summary>
    public static SaslMechanism Of(SmtpAuthMechanism mechanism, AuthSecret secret) => mechanism switch
    {
        SmtpAuthMechanism.CramMd5 => new SaslMechanismCramMd5(secret.User, secret.Password),
        SmtpAuthMechanism.Login => new SaslMechanismLogin(secret.User, secret.Password),
        _ => new SaslMechanismPlain(secret.User, secret.Password),
    };
}
