namespace ListmonkPS.Core.Mail.Smtp.Auth;

/// <summary>SASL names of the mechanisms.</summary>
internal static class AuthNames
{
    /// <summary>The name under which a server offers it.</summary>
    public static string Of(SmtpAuthMechanism mechanism) => mechanism switch
    {
        SmtpAuthMechanism.Plain => "PLAIN",
        SmtpAuthMechanism.Login => "LOGIN",
        SmtpAuthMechanism.CramMd5 => "CRAM-MD5",
        _ => "",
    };

    /// <summary>The first of ours that a server offers; null when it offers none.</summary>
    public static SmtpAuthMechanism? FirstOffered(IReadOnlyList<string> offered) =>
        new SmtpAuthMechanism?[] { SmtpAuthMechanism.Plain, SmtpAuthMechanism.Login, SmtpAuthMechanism.CramMd5 }
            .FirstOrDefault(mechanism => offered.Contains(Of(mechanism!.Value), StringComparer.OrdinalIgnoreCase));
}
