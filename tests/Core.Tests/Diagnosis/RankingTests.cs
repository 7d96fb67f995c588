using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Diagnosis.Ranking;


namespace ListmonkPS.Core.Tests.Diagnosis;

public sealed class RankingTests
{
    [Fact]
    public void What_stops_the_mail_stands_above_what_does_not_whatever_the_severity()
    {
        IReadOnlyList<ListmonkCheck> ranked = Rank(
            Judged("a.nuisance", CheckStatus.Fail, OptInEffect.None, severity: CheckSeverity.Critical),
            Judged("a.stop", CheckStatus.Fail, OptInEffect.StopsAll, severity: CheckSeverity.High));
        Assert.Equal(["a.stop", "a.nuisance"], ranked.Select(check => check.Id));
        Assert.Equal([1, 2], ranked.Select(check => check.Rank));
    }

    [Fact]
    public void What_is_proved_stands_above_what_is_suggested()
    {
        IReadOnlyList<ListmonkCheck> ranked = Rank(
            Judged("a.suggested", CheckStatus.Fail, OptInEffect.StopsAll, confidence: CheckConfidence.Low),
            Judged("a.proved", CheckStatus.Fail, OptInEffect.StopsAll, confidence: CheckConfidence.Proved));
        Assert.Equal("a.proved", ranked[0].Id);
    }

    [Fact]
    public void A_cause_that_stops_some_stands_above_a_consequence_that_nothing_accounts_for_and_a_nuisance_does_not()
    {
        IReadOnlyList<ListmonkCheck> ranked = Rank(
            Judged("a.nuisance", CheckStatus.Fail, OptInEffect.None),
            Judged("a.no-mail", CheckStatus.Fail, OptInEffect.StopsAll, OptInStage.Confirmation, symptom: true),
            Judged("a.stops-some", CheckStatus.Fail, OptInEffect.StopsSome));
        Assert.Equal(["a.stops-some", "a.no-mail", "a.nuisance"], ranked.Select(check => check.Id));
    }

    [Fact]
    public void Order_is_fail_warning_error_skipped_pass_and_then_the_stages()
    {
        IReadOnlyList<ListmonkCheck> ranked = Rank(
            Judged("a.pass-late", CheckStatus.Pass, stage: OptInStage.Click),
            Judged("a.pass-early", CheckStatus.Pass, stage: OptInStage.SignUp),
            Judged("a.skipped", CheckStatus.Skipped),
            Judged("a.error", CheckStatus.Error),
            Judged("a.warning", CheckStatus.Warning),
            Judged("a.fail", CheckStatus.Fail));
        Assert.Equal(
            ["a.fail", "a.warning", "a.error", "a.skipped", "a.pass-early", "a.pass-late"], ranked.Select(check => check.Id));
    }

    [Fact]
    public void A_stop_accounts_for_a_symptom_at_a_later_stage_and_stands_before_it()
    {
        IReadOnlyList<ListmonkCheck> ranked = Rank(
            Judged("a.no-mail", CheckStatus.Fail, OptInEffect.StopsAll, OptInStage.Delivery, CheckConfidence.Proved, symptom: true),
            Judged("a.off", CheckStatus.Fail, OptInEffect.StopsAll, OptInStage.Decision));
        Assert.Equal(["a.off", "a.no-mail"], ranked.Select(check => check.Id));
        Assert.Equal((true, false), (ranked[0].RootCause, ranked[1].RootCause));
        Assert.Equal("a.no-mail", ranked[0].Explains.ToString());
        Assert.Equal("a.off", ranked[1].ExplainedBy);
    }

    [Theory]
    [InlineData(OptInStage.Confirmation, OptInEffect.StopsAll, CheckStatus.Fail)]
    [InlineData(OptInStage.Decision, OptInEffect.StopsSome, CheckStatus.Fail)]
    [InlineData(OptInStage.Decision, OptInEffect.StopsAll, CheckStatus.Warning)]
    public void A_later_a_partial_or_a_weaker_finding_accounts_for_nothing(OptInStage stage, OptInEffect effect, CheckStatus status)
    {
        IReadOnlyList<ListmonkCheck> ranked = Rank(
            Judged("a.no-mail", CheckStatus.Fail, OptInEffect.StopsAll, OptInStage.Delivery, symptom: true),
            Judged("a.other", status, effect, stage));
        Assert.Null(ranked.Single(check => check.Id == "a.no-mail").ExplainedBy);
    }

    [Fact]
    public void Two_independent_causes_are_both_roots()
    {
        IReadOnlyList<ListmonkCheck> ranked = Rank(
            Judged("a.off", CheckStatus.Fail, OptInEffect.StopsAll, OptInStage.Decision),
            Judged("a.dead-link", CheckStatus.Fail, OptInEffect.StopsAll, OptInStage.Click));
        Assert.All(ranked, check => Assert.True(check.RootCause));
        Assert.Equal("a.off", ranked[0].Id);
    }

    private static IReadOnlyList<ListmonkCheck> Rank(params JudgedCheck[] judged) => FindingRanking.Rank(judged, "s");

    private static JudgedCheck Judged(
        string id,
        CheckStatus status,
        OptInEffect effect = OptInEffect.None,
        OptInStage stage = OptInStage.Decision,
        CheckConfidence confidence = CheckConfidence.High,
        CheckSeverity severity = CheckSeverity.Medium,
        bool symptom = false) => new(
            new CheckInfo { Id = id, Title = id, Reads = [], Stage = stage, Effect = effect, Severity = severity, IsSymptom = symptom },
            new Finding { Status = status, Summary = id, Confidence = confidence },
            TimeSpan.Zero);
}
