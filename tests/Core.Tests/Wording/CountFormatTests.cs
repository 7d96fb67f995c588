using System.Globalization;

namespace ListmonkPS.Core.Tests.Wording;

public sealed class CountFormatTests
{
    [Theory]
    [InlineData(0, "en-US", "0 people wait for confirmation.")]
    [InlineData(1, "en-US", "1 person waits for confirmation.")]
    [InlineData(2, "en-US", "2 people wait for confirmation.")]
    [InlineData(2143, "en-US", "2,143 people wait for confirmation.")]
    [InlineData(2143, "de-DE", "2.143 people wait for confirmation.")]
    public void One_is_told_from_many_and_figures_are_the_users(long count, string culture, string text) => In(culture, () =>
    {
        Assert.Equal(text, ListmonkPS.Texts.Format("check.database.nobody-waiting.waiting", count));
        Assert.Equal(text, ListmonkPS.Texts.Format("check.database.nobody-waiting.waiting", (int)count));
    });

    [Theory]
    [InlineData("en-US")]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    public void A_time_has_the_year_that_the_commands_take(string culture) => In(culture, () =>
    {
        DateTimeOffset time = new(2025, 4, 20, 14, 2, 0, TimeSpan.FromHours(2));
        Assert.Equal("Since is 2025-04-20 14:02:00 +02:00.", ListmonkPS.Texts.Format("notice.time-understood", "Since", time));
        Assert.Contains("ends 2025-04-20 14:02 +02:00", ListmonkPS.Texts.Format("resend.plan.takes.value", "1h", time), StringComparison.Ordinal);
    });

    private static void In(string culture, Action test)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            test();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
