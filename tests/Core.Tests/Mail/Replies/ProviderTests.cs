using ListmonkPS.Core.Mail.Replies;
using ListmonkPS.Core.Mail.Replies.Providers;

namespace ListmonkPS.Core.Tests.Mail.Replies;

public sealed class ProviderTests
{
    private readonly ReplyClassifier _classifier = new();

    [Theory]
    [InlineData("email-smtp.eu-west-1.amazonaws.com", null, "550 no", "Amazon SES")]
    [InlineData("smtp-relay.gmail.com", null, "550 no", "Google Workspace relay")]
    [InlineData("smtp.gmail.com", null, "550 no", "Gmail")]
    [InlineData("smtp.office365.com", null, "550 no", "Microsoft 365")]
    [InlineData("example-org.mail.protection.outlook.com", null, "550 no", "Microsoft 365")]
    [InlineData("smtp.exmail.qq.com", null, "550 no", "Tencent")]
    [InlineData(null, "220 smtp-relay.brevo.com ESMTP", "550 no", "Brevo")]
    [InlineData(null, "220 mail.example.org ESMTP Postfix (Debian)", "550 no", "Postfix")]
    [InlineData("mail.example.org", "220 mail.example.org ESMTP Exim 4.96", "550 no", "Exim")]
    [InlineData(null, null, "550 5.1.1 no such user - gsmtp", "Gmail")]
    [InlineData(null, null, "421 4.7.0 [TSS04] Messages deferred", "Yahoo")]
    [InlineData(null, null, "550 5.7.1 Mail rejected. OFR_506 [506]", "Orange")]
    [InlineData("notgmail.com.example.org", null, "550 no", null)]
    [InlineData(null, null, "550 no", null)]
    public void A_provider_is_known_by_host_greeting_or_words(string? host, string? banner, string text, string? wanted)
    {
        Assert.Equal(wanted, _classifier.Classify(text, new ReplyContext(Host: host, Banner: banner)).Provider);
    }

    [Fact]
    public void The_host_that_a_log_names_counts()
    {
        const string Line = "Apr 14 10:25:00 mx postfix/smtp[1]: 4E7: to=<a@b.example>, relay=smtp.sendgrid.net[192.0.2.1]:587, delay=1, dsn=5.0.0, status=bounced (host smtp.sendgrid.net[192.0.2.1] said: 550 no (in reply to RCPT TO command))";

        Assert.Equal("SendGrid", _classifier.Classify(Line).Provider);
    }

    [Fact]
    public void Known_limits_come_with_the_provider()
    {
        SmtpReply reply = _classifier.Classify("432 4.3.2 Concurrent connections limit exceeded", new ReplyContext(Host: "smtp.office365.com"));

        Assert.Equal((3, 30), (reply.ProviderLimits?.Connections, reply.ProviderLimits?.PerMinute));
        Assert.Contains("3 connections", reply.ProviderLimits?.ToString(), StringComparison.Ordinal);
        Assert.Null(_classifier.Classify("550 no").ProviderLimits);
    }

    /// <summary>Who is recognised by the words of a reply of the field is who said it, or the software that it runs.</summary>
    [Fact]
    public void Nobody_is_taken_for_another()
    {
        CorpusReply[] replies = [.. FieldCorpus.Field()];
        string[] wrong = [.. replies
            .Select(reply => (reply, _classifier.Classify(reply.Bare).Provider))
            .Where(pair => pair.Provider is not null
                && ProviderTable.Named(pair.Provider) is { IsSoftware: false }
                && !pair.reply.Provider.Contains(pair.Provider.Split(' ')[0], StringComparison.OrdinalIgnoreCase))
            .Select(pair => $"{pair.reply} ({pair.reply.Provider}) taken for {pair.Provider}")];

        Assert.Empty(wrong);
    }

    [Fact]
    public void Names_are_used_once_and_rules_use_no_others()
    {
        string[] names = [.. ProviderTable.All.Select(provider => provider.Name)];

        Assert.Equal(names.Length, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(RuleBook.Shipped.Providers, name => Assert.Contains(name, names));
    }

    [Fact]
    public void Every_class_and_every_rule_has_a_remedy()
    {
        Assert.All(Enum.GetNames<SmtpReplyClass>(), name => Assert.NotNull(Texts.TryFind("smtp.remedy." + name)));
        Assert.All(RuleBook.Shipped.Rules, rule => Assert.NotNull(Texts.TryFind("smtp.remedy." + (rule.Remedy ?? rule.Class.ToString()))));
    }
}
