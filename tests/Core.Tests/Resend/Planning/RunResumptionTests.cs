using ListmonkPS.Core.Mail.Composing;
using ListmonkPS.Core.Resend.Ledger;
using ListmonkPS.Core.Resend.Planning;

namespace ListmonkPS.Core.Tests.Resend.Planning;

public sealed class RunResumptionTests
{
    private static readonly RunIdentity Identity = new("april", ResendRoute.Api, "smtp.example.org (news)", "template-1", "plan-1");

    public static TheoryData<string, string> Others => new()
    {
        { "route", "Smtp" },
        { "account", "smtp.example.net (news)" },
        { "template", "template-2" },
        { "plan", "" },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void With_another_route_account_template_or_plan_it_is_refused_and_both_are_named(string what, string other)
    {
        RunIdentity wanted = what switch
        {
            "route" => Identity with { Via = Enum.Parse<ResendRoute>(other) },
            "account" => Identity with { Account = other },
            "template" => Identity with { Template = other },
            _ => Identity with { Plan = other },
        };
        Failure failure = Assert.Throws<FailureException>(() => RunResumption.Check(Run(OptInResendRunState.Paused), wanted, hasPeople: true)).Failure;
        Assert.Equal("RunDiffers", failure.Id);
        Assert.Contains(what, failure.Message, StringComparison.Ordinal);
        Assert.Contains(other.Length == 0 ? "none" : other, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_is_named_as_the_usual_text_or_by_its_fingerprint_and_the_whole_of_that_counts()
    {
        RunIdentity own = Identity with { Template = "0123456789ABCDEF-1" };
        string Message(RunIdentity wanted) =>
            Assert.Throws<FailureException>(() => RunResumption.Check(Run(OptInResendRunState.Paused) with { Identity = own }, wanted, hasPeople: false)).Failure.Message;
        Assert.Contains(
            "another template: that of a file with the fingerprint 0123456789ABCDEF, not the usual text",
            Message(own with { Template = TemplateReader.Shipped().Hash }), StringComparison.Ordinal);
        Assert.Contains("another template", Message(own with { Template = "0123456789ABCDEF-2" }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OptInResendRunState.Paused, false, null)]
    [InlineData(OptInResendRunState.Stopped, false, null)]
    [InlineData(OptInResendRunState.Running, false, null)]
    [InlineData(OptInResendRunState.Filling, true, null)]
    [InlineData(OptInResendRunState.Finished, true, null)]
    [InlineData(OptInResendRunState.Filling, false, "RunIncomplete")]
    [InlineData(OptInResendRunState.Finished, false, "RunOver")]
    [InlineData(OptInResendRunState.Cancelled, true, "RunOver")]
    public void The_same_again_resumes_it_unless_it_is_over_or_not_whole(OptInResendRunState state, bool hasPeople, string? failure)
    {
        FailureException? thrown = Record.Exception(() => RunResumption.Check(Run(state), Identity, hasPeople)) as FailureException;
        Assert.Equal(failure, thrown?.Failure.Id);
    }

    [Theory]
    [InlineData(OptInResendRunState.Finished, null)]
    [InlineData(OptInResendRunState.Cancelled, "RunOver")]
    [InlineData(OptInResendRunState.Filling, "RunIncomplete")]
    public void Those_in_doubt_of_a_finished_run_can_be_sent_again(OptInResendRunState state, string? failure)
    {
        FailureException? thrown = Record.Exception(() => RunResumption.Check(Run(state), Identity, hasPeople: false, retriesInDoubt: true)) as FailureException;
        Assert.Equal(failure, thrown?.Failure.Id);
    }

    private static LedgerRun Run(OptInResendRunState state) => new(1, Identity, state, "", DateTimeOffset.UnixEpoch, null, null);
}
