using ListmonkPS.Core.Mail.Smtp.Tls;

namespace ListmonkPS.Core.Mail.Smtp.Stages;

/// <summary>Judges the certificate. A bad one does not end the conversation, but no password is sent to its holder.</summary>
internal static class CertificateStage
{
    /// <summary>Less than this many days left is worth a warning: renewals of 90-day certificates come 30 days before their end.</summary>
    private const int FewDays = 10;

    /// <summary>Judges; sends nothing.</summary>
    public static Task<StageOutcome> RunAsync(Dialogue dialogue, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        DateTimeOffset now = dialogue.Time.GetUtcNow();
        TlsSession session = dialogue.Tls!;
        IReadOnlyList<CertificateTrouble> troubles = CertificateJudge.Judge(session, dialogue.Target.Server, now);
        SmtpCertificate shown = CertificateJudge.Describe(session, [], now);
        string[] sentences = [.. troubles.Select(trouble => Sentence(trouble, shown, dialogue.Target.Server))];
        dialogue.Certificate = shown with { Problems = new TextList<string>(sentences) };
        dialogue.IsTrusted = troubles.Count == 0 || dialogue.Target.SkipCertificateCheck;
        return Task.FromResult(Outcome(dialogue, shown, troubles, sentences));
    }

    private static StageOutcome Outcome(Dialogue dialogue, SmtpCertificate shown, IReadOnlyList<CertificateTrouble> troubles, string[] sentences)
    {
        string description = Texts.Format("smtp.stage.certificate", shown.Subject, shown.Issuer, shown.DaysLeft);
        if (troubles.Count == 0)
        {
            CheckStatus status = shown.DaysLeft < FewDays ? CheckStatus.Warning : CheckStatus.Pass;
            return new StageOutcome(status, description) { GoesOn = true, Verdict = StageVerdict.Client("CertificateEnds") };
        }

        string problems = string.Join(" ", sentences);
        return dialogue.Target.SkipCertificateCheck
            ? new StageOutcome(CheckStatus.Warning, Texts.Format("smtp.stage.certificate-skipped", problems)) { GoesOn = true, Verdict = Verdict(troubles[0]) }
            : StageOutcome.Fail(problems, Verdict(troubles[0])) with { GoesOn = true };
    }

    private static StageVerdict Verdict(CertificateTrouble trouble) =>
        StageVerdict.Client(trouble is CertificateTrouble.NoNames or CertificateTrouble.OtherName ? "CertificateName" : "Certificate");

    private static string Sentence(CertificateTrouble trouble, SmtpCertificate certificate, string host) => trouble switch
    {
        CertificateTrouble.Expired => Texts.Format("smtp.certificate.expired", certificate.NotAfter.UtcDateTime),
        CertificateTrouble.NotYetValid => Texts.Format("smtp.certificate.not-yet-valid", certificate.NotBefore.UtcDateTime),
        CertificateTrouble.NoNames => Texts.Format("smtp.certificate.no-names", certificate.Subject),
        CertificateTrouble.OtherName => Texts.Format("smtp.certificate.other-name", string.Join(", ", certificate.Names), host),
        CertificateTrouble.SelfSigned => Texts.Format("smtp.certificate.self-signed"),
        _ => Texts.Format("smtp.certificate.untrusted", certificate.Issuer),
    };
}
