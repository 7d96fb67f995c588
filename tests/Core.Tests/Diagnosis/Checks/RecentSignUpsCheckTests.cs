using ListmonkPS.Core.Diagnosis.Checks.Database;
using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Listmonk.OptIn.Breaks;

namespace ListmonkPS.Core.Tests.Diagnosis.Checks;

public sealed class RecentSignUpsCheckTests
{
    private static readonly DateTimeOffset At = FactsOf.Now.AddDays(-9);

    [Theory]
    [InlineData(0, BreakStrength.Strong, CheckStatus.Fail, null)]
    [InlineData(0, BreakStrength.Moderate, CheckStatus.Warning, null)]
    [InlineData(0.3, BreakStrength.Strong, CheckStatus.Warning, OptInEffect.StopsSome)] // it hits only some
    public void A_break_is_told_with_date_and_people(double after, BreakStrength strength, CheckStatus status, OptInEffect? effect)
    {
        OptInBreak found = new()
        {
            At = At,
            NotBefore = At.AddHours(-1),
            NotAfter = At.AddHours(1),
            ShareBefore = 0.6,
            ShareAfter = after,
            AffectedCount = 41,
            ExpectedCount = 16,
            Confidence = strength,
            ScopeValue = "",
            Session = "s",
        };
        Finding finding = new ShareBrokeCheck().Judge(FactsOf.These(new RecentSignUps([], found)));
        Assert.Equal((status, effect, At, 41), (finding.Status, finding.Effect, finding.Since, finding.AffectedCount));
        Assert.Equal("Measure-ListmonkOptIn -Break -By Domain", finding.Remedy!.Command);
    }

    [Fact]
    public void Without_a_break_all_is_well() =>
        Assert.Equal(CheckStatus.Pass, new ShareBrokeCheck().Judge(FactsOf.These(new RecentSignUps([], null))).Status);

    [Theory]
    [InlineData(1, CheckStatus.Pass)]
    [InlineData(12, CheckStatus.Warning)]
    public void A_pause_is_told_when_the_weeks_before_had_none(int hours, CheckStatus status)
    {
        long now = SignUpCell.QuarterOf(FactsOf.Now);
        SignUpCell[] cells = [.. Enumerable.Range(0, 40 * 24).Where(hour => hour >= hours).Select(hour => new SignUpCell(now - (4 * hour), "", 0, 1))];
        Finding finding = new QuietCheck().Judge(FactsOf.These(new RecentSignUps(cells, null)));
        Assert.Equal(status, finding.Status);
    }

    [Fact]
    public void Where_few_sign_up_a_pause_says_nothing()
    {
        long now = SignUpCell.QuarterOf(FactsOf.Now);
        SignUpCell[] cells = [.. Enumerable.Range(3, 60).Select(day => new SignUpCell(now - (SignUpCell.InDay * day), "", 0, 1))];
        Assert.Equal(CheckStatus.Pass, new QuietCheck().Judge(FactsOf.These(new RecentSignUps(cells, null))).Status);
    }
}
