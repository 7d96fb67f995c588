using ListmonkPS.Core.Listmonk.Versions;

namespace ListmonkPS.TestBench.Worlds;

/// <summary>
/// The secrets that worlds are seeded with. Each is a text that occurs nowhere else, so that a search finds it wherever it leaks, and that a lost
/// or a masked one is seen.
/// </summary>
internal static class SeededSecrets
{
    public const string ApiToken = "Tk7-api-operator-secret-vQ2x";
    public const string ReaderToken = "Tk7-api-reader-secret-mB8d";
    public const string DatabaseOwner = "Pw3-database-owner-secret-hR5w";
    public const string DatabaseReader = "Pw3-database-reader-secret-zN9k";
    public const string Smtp = "Pw3-smtp-primary-secret-cJ4t";
    public const string SpareSmtp = "Pw3-smtp-spare-secret-gL6y";
    public const string BounceMailbox = "Pw3-bounce-mailbox-secret-pX1f";
    public const string Messenger = "Pw3-messenger-secret-uD7s";
    public const string S3Key = "Ky5-s3-access-secret-eW3n";
    public const string SendGrid = "Ky5-sendgrid-secret-bT9r";
    public const string Postmark = "Pw3-postmark-secret-kF2v";
    public const string ForwardEmail = "Ky5-forwardemail-secret-oH8j";
    public const string Lettermint = "Ky5-lettermint-secret-iZ4q";
    public const string Azure = "Ky5-azure-shared-secret-yC6m";
    public const string Captcha = "Ky5-captcha-secret-aS1p";
    public const string Oidc = "Ky5-oidc-client-secret-lG5x";

    private static readonly string[] Access = [ApiToken, DatabaseOwner, DatabaseReader];
    private static readonly string[] InSettings = [Smtp, SpareSmtp, BounceMailbox, Messenger, S3Key, SendGrid, Postmark, Captcha];
    private static readonly string[] SinceUsers = [ForwardEmail, Oidc];
    private static readonly string[] SinceRouting = [Lettermint, Azure];

    /// <summary>Those that a world of this version and history holds.</summary>
    public static IReadOnlyList<string> Of(Quirks quirks, WorldHistory history)
    {
        List<string> secrets = [.. Access];
        if (quirks.HasUsers)
            secrets.Add(ReaderToken);
        if (history == WorldHistory.Fresh)
            return secrets;
        secrets.AddRange(InSettings);
        if (quirks.HasUsers)
            secrets.AddRange(SinceUsers);
        if (quirks.SmtpHasRouting)
            secrets.AddRange(SinceRouting);
        return secrets;
    }
}
