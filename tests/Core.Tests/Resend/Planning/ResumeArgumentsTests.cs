using System.Net;
using ListmonkPS.Core.Mail.Composing;
using ListmonkPS.Core.Resend.Ledger;
using ListmonkPS.Core.Resend.Planning;

namespace ListmonkPS.Core.Tests.Resend.Planning;

/// <summary>What the summary of a run says to go on with is what it was begun with.</summary>
public sealed class ResumeArgumentsTests
{
    public static TheoryData<ResendRequest, string> Requests => new()
    {
        { new ResendRequest { Run = "april", Via = ResendRoute.Smtp, Wait = true, RetryInDoubt = true }, "" },
        { new ResendRequest { RatePerMinute = 1200, DailyLimit = 50_000, TimeZone = TimeZoneInfo.Utc }, "-RatePerMinute 1200 -DailyLimit 50000 -TimeZone 'UTC'" },
        { new ResendRequest { MaxAttempts = 2, ThrottleLimit = 8, MinimumInterval = new TimeSpan(1, 12, 0, 5) }, "-MaxAttempts 2 -ThrottleLimit 8 -MinimumInterval 1d12h5s" },
        { new ResendRequest { MinimumInterval = TimeSpan.Zero }, "-MinimumInterval 0s" },
        { new ResendRequest { TemplatePath = "/home/o'neill/late.txt", RedirectTo = "me@example.org" }, "-TemplatePath '/home/o''neill/late.txt' -RedirectTo 'me@example.org'" },
        { new ResendRequest { PlanPath = "/tmp/$(plan).txt", LedgerConnection = "Host=db;Database=x" }, "-Path '/tmp/$(plan).txt' -LedgerConnection 'Host=db;Database=x'" },
        { new ResendRequest { SmtpCredentials = [new NetworkCredential("a", "secret"), new NetworkCredential("b\u2019s", "secret")] }, "-SmtpCredential (Get-Credential 'a'), (Get-Credential 'b\u2019\u2019s')" },
    };

    [Theory]
    [MemberData(nameof(Requests), DisableDiscoveryEnumeration = true)]
    public void It_has_what_the_ledger_does_not_keep(ResendRequest request, string arguments) =>
        Assert.Equal(arguments, ResumeArguments.Of(Run("any"), request));

    [Fact]
    public void Of_a_run_in_a_ledger_only_what_it_cannot_do_without()
    {
        Assert.Equal("-TemplatePath FILE", ResumeArguments.Of(Run("0123"), null));
        Assert.Equal("", ResumeArguments.Of(Run(TemplateReader.Shipped().Hash), null));
        Assert.Equal("", ResumeArguments.Of(Run(""), null));
    }

    private static LedgerRun Run(string template) =>
        new(1, new RunIdentity("april", ResendRoute.Smtp, "smtp.example.org (news)", template, ""), OptInResendRunState.Paused, "", DateTimeOffset.UnixEpoch, null, null);
}
