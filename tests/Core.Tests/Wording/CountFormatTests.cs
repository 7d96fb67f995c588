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
    public void One_is_told_from_many_and_figures_are_the_users(long count, string culture, string text)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.Equal(text, ListmonkPS.Texts.Format("check.database.nobody-waiting.waiting", count));
            Assert.Equal(text, ListmonkPS.Texts.Format("check.database.nobody-waiting.waiting", (int)count));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
