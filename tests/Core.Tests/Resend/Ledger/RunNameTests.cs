using ListmonkPS.Core.Resend.Ledger;

namespace ListmonkPS.Core.Tests.Resend.Ledger;

public sealed class RunNameTests
{
    [Theory]
    [InlineData("april", true)]
    [InlineData("2025-05-08-a", true)]
    [InlineData("A.b_c-1", true)]
    [InlineData("", false)]
    [InlineData(".hidden", false)]
    [InlineData("../x", false)]
    [InlineData("a b", false)]
    [InlineData("a/b", false)]
    [InlineData("naïve", false)]
    public void A_name_is_one_of_letters_digits_dots_dashes_and_underscores(string name, bool isOne)
    {
        if (isOne)
            Assert.Equal(name, RunName.Check(name));
        else
            Assert.Equal("BadRunName", Assert.Throws<FailureException>(() => RunName.Check(name)).Failure.Id);
    }

    [Fact]
    public void A_new_one_is_the_day_and_the_next_letter()
    {
        DateTimeOffset day = new(2025, 5, 8, 23, 0, 0, TimeSpan.FromHours(2));
        HashSet<string> taken = [];
        for (int run = 0; run < 28; run++)
            Assert.True(taken.Add(RunName.New(day, taken)));
        Assert.Contains("2025-05-08-a", taken);
        Assert.Contains("2025-05-08-z", taken);
        Assert.Contains("2025-05-08-ab", taken);
    }
}
