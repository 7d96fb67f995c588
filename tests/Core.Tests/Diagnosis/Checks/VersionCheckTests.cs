using System.Text.Json.Nodes;
using ListmonkPS.Core.Diagnosis.Checks.Version;
using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Evidence.Defects;
using ListmonkPS.Core.Evidence.Smtp;
using ListmonkPS.Core.Listmonk.OptIn.Due;
using ListmonkPS.Core.Listmonk.Versions;

namespace ListmonkPS.Core.Tests.Diagnosis.Checks;

public sealed class VersionCheckTests
{
    [Theory]
    [InlineData("v5.0.2", SmtpStageName.Connect, true, CheckStatus.Fail)]
    [InlineData("v5.0.2", SmtpStageName.Resolve, true, CheckStatus.Fail)]
    [InlineData("v5.0.2", SmtpStageName.Connect, false, CheckStatus.Warning)] // from elsewhere it may look different
    [InlineData("v5.0.2", SmtpStageName.Auth, true, CheckStatus.Warning)]
    [InlineData("v5.0.3", SmtpStageName.Connect, true, CheckStatus.Pass)]
    [InlineData("v4.1.0", SmtpStageName.Connect, true, CheckStatus.Pass)]
    public void G25_silent_loss_fails_while_the_mail_server_cannot_be_reached(string version, SmtpStageName stage, bool isNear, CheckStatus status)
    {
        SmtpTest test = new() { Server = "smtp.example.org", Port = 587, Status = CheckStatus.Fail, Stage = stage };
        SmtpConversations talks = new([new SmtpTalk(new SmtpBlock([], 1), "smtp/1", test)], isNear);
        Assert.Equal(status, new SilentLossCheck().Judge(FactsOf.These(Defects(version, 5), talks)).Status);
    }

    [Theory]
    [InlineData("v5.1.0", 147L, CheckStatus.Warning)]
    [InlineData("v5.1.0", 0L, CheckStatus.Pass)]
    [InlineData("v5.1.0", null, CheckStatus.Warning)]
    [InlineData("v6.2.0", 147L, CheckStatus.Pass)]
    [InlineData("v4.1.0", 147L, CheckStatus.Pass)]
    public void People_who_come_back_are_told_of_where_the_version_forgets_them(string version, long? unsubscribed, CheckStatus status)
    {
        Finding finding = new ResignUpCheck().Judge(FactsOf.These(Defects(version, unsubscribed)));
        Assert.Equal(status, finding.Status);
        Assert.True(status != CheckStatus.Warning || finding.Remedy!.Text.Contains("v6.2.0", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("v3.0.0", CheckStatus.Warning)]
    [InlineData("v4.1.0", CheckStatus.Warning)]
    [InlineData("v5.1.0", CheckStatus.Pass)]
    [InlineData("v6.2.0", CheckStatus.Pass)]
    public void A_pool_that_can_die_is_told_with_an_upgrade_that_does_no_harm(string version, CheckStatus status)
    {
        Finding finding = new KnownDefectsCheck().Judge(FactsOf.These(Defects(version, 5)));
        Assert.Equal(status, finding.Status);
        Assert.DoesNotContain("v5.0", finding.Remedy?.Text ?? "", StringComparison.Ordinal);
    }

    private static VersionDefects Defects(string version, long? unsubscribed)
    {
        RunningVersion running = RunningVersion.Exact(ListmonkVersion.Parse(version));
        DefectCircumstances here = CircumstanceReader.Of(
            new Dictionary<string, JsonNode?> { ["app.send_optin_confirmation"] = true }, new PastMemberships(unsubscribed, true, null));
        return new VersionDefects(running, new VersionReport(running, ReleaseTable.Known, "x").Defects(here));
    }
}
