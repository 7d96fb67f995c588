namespace ListmonkPS.Core.Mail.Replies.Providers;

/// <summary>Services that send for others.</summary>
internal static class SendingProviders
{
    public static IReadOnlyList<SmtpProvider> All { get; } =
    [
        new("Amazon SES")
        {
            Hosts = ["amazonaws.com", "awsapps.com"],
            Marks = ["amazonses.com", "identitiesfailedthecheckinregion", "throttlingfailure:", "sendingpausedforthisaccount"],
            Limits = new() { RecipientsPerMessage = 50 },
        },
        new("SendGrid")
        {
            Hosts = ["sendgrid.net"],
            Marks = ["sendgrid", "maximumcreditsexceeded", "verifiedsenderidentity", "unauthenticatedsendersnotallowed"],
        },
        new("Mailgun")
        {
            Hosts = ["mailgun.org", "mailgun.com"],
            Marks = ["mailgun", "sandboxsubdomains"],
            Limits = new() { RecipientsPerMessage = 1000 },
        },
        new("Postmark")
        {
            Hosts = ["postmarkapp.com", "mtasv.net"],
            Marks = ["postmarkapp", "sendersignatureonyouraccount"],
            Limits = new() { RecipientsPerMessage = 50 },
        },
        new("Brevo")
        {
            Hosts = ["brevo.com", "sendinblue.com", "smtp-relay.com"],
            Marks = ["brevo", "sendinblue", "yoursmtpaccountisnotyetactivated"],
            Limits = new() { RecipientsPerMessage = 99 },
        },
        new("Mailjet") { Hosts = ["mailjet.com", "mailjet.net"], Marks = ["mailjet"] },
        new("SparkPost") { Hosts = ["sparkpostmail.com", "sparkpost.com"], Marks = ["sparkpost", "unconfiguredsendingdomain"] },
        new("SMTP2GO") { Hosts = ["smtp2go.com"], Marks = ["smtp2go", "enableblanksenders", "fromheadersenderdomainnotverified"] },
        new("Resend") { Hosts = ["resend.com"], Marks = ["resend.com", "youcanonlysendtestingemails"] },
        new("MailerSend") { Hosts = ["mailersend.net", "mailersend.com"], Marks = ["#ms-st-", "#ms4"] },
        new("Elastic Email") { Hosts = ["elasticemail.com"], Marks = ["elasticemail"] },
        new("Mailtrap") { Hosts = ["mailtrap.io"], Marks = ["mailtrap"] },
        new("Scaleway") { Hosts = ["tem.scaleway.com", "scw.cloud"], Marks = ["scaleway"] },
        new("Plunk") { Hosts = ["useplunk.com"], Marks = ["useplunk"] },
        new("Alibaba")
        {
            Hosts = ["aliyun.com", "dm.aliyun.com", "mxhichina.com"],
            Marks = ["[@ud", "[@sm", "aliyun"],
            Limits = new() { PerDay = 2000, RecipientsPerMessage = 100 },
        },
        new("Tencent") { Hosts = ["exmail.qq.com", "qcloudmail.com"], Marks = ["exmail.qq.com"], Limits = new() { RecipientsPerMessage = 50 } },
    ];
}
