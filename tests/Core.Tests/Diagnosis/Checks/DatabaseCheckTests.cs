using ListmonkPS.Core.Diagnosis.Checks.Database;
using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Judging;

namespace ListmonkPS.Core.Tests.Diagnosis.Checks;

public sealed class DatabaseCheckTests
{
    [Theory]
    [InlineData(5, 400, CheckStatus.Pass)]
    [InlineData(0, 3, CheckStatus.Pass)]
    [InlineData(0, 31, CheckStatus.Warning)]
    [InlineData(0, null, CheckStatus.Warning)]
    public void Nobody_waiting_and_nobody_signing_up_is_a_warning(long people, int? lastSignUpDays, CheckStatus status)
    {
        DateTimeOffset? last = lastSignUpDays is { } days ? FactsOf.Now.AddDays(-days) : null;
        Assert.Equal(status, new NobodyWaitingCheck().Judge(FactsOf.These(FactsOf.Waiting(people, people, 0, last))).Status);
    }

    [Theory]
    [InlineData(0, 0, CheckStatus.Pass)]
    [InlineData(40, 39, CheckStatus.Pass)]
    [InlineData(40, 40, CheckStatus.Warning)]
    public void G42_only_rows_made_in_bulk_are_a_weak_warning(long rows, long bulk, CheckStatus status)
    {
        Finding finding = new OnlyImportsCheck().Judge(FactsOf.These(FactsOf.Waiting(rows, rows, bulk, FactsOf.Now)));
        Assert.Equal(status, finding.Status);
        Assert.True(status == CheckStatus.Pass || finding.Confidence == CheckConfidence.Low);
    }

    [Fact]
    public void Database_that_only_we_cannot_reach_is_a_warning_without_effect()
    {
        Finding finding = new DatabaseUnreachableCheck().Judge(FactsOf.These(
            new DatabaseState("db.example.org:5432/listmonk", null, FactsOf.Unreachable), FactsOf.Settings("{}", Access.Api)));
        Assert.Equal((CheckStatus.Warning, OptInEffect.None), (finding.Status, finding.Effect));
    }

    [Fact]
    public void Database_that_nobody_reaches_fails()
    {
        Finding finding = new DatabaseUnreachableCheck().Judge(FactsOf.These(
            new DatabaseState("db.example.org:5432/listmonk", null, FactsOf.Unreachable)));
        Assert.Equal((CheckStatus.Fail, (OptInEffect?)null), (finding.Status, finding.Effect));
    }

    [Fact]
    public void Refused_database_login_says_nothing_of_the_mail()
    {
        Finding finding = new DatabaseUnreachableCheck().Judge(FactsOf.These(
            new DatabaseState("db.example.org:5432/listmonk", null, FactsOf.Refused)));
        Assert.Equal((CheckStatus.Fail, OptInEffect.None), (finding.Status, finding.Effect));
    }
}
