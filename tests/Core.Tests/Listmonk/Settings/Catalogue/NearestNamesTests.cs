using ListmonkPS.Core.Listmonk.Settings.Catalogue;

namespace ListmonkPS.Core.Tests.Listmonk.Settings.Catalogue;

public sealed class NearestNamesTests
{
    [Theory]
    [InlineData("app.send_optin_confirmaton", "app.send_optin_confirmation")]
    [InlineData("app.sned_optin_confirmation", "app.send_optin_confirmation")]
    [InlineData("app.send_opt_in_confirmation", "app.send_optin_confirmation")]
    [InlineData("send_optin_confirmation", "app.send_optin_confirmation")]
    [InlineData("privacy.send_optin_confirmation", "app.send_optin_confirmation")]
    [InlineData("APP.ROOTURL", "app.root_url")]
    [InlineData("root_url", "app.root_url")]
    [InlineData("smpt", "smtp")]
    [InlineData("bounce.sendgrid", "bounce.sendgrid_key")]
    public void A_misspelt_name_leads_to_the_one_that_was_meant(string typed, string meant) => Assert.Contains(meant, Of(typed));

    [Theory]
    [InlineData("app.send_optin_confirmaton", "app.send_optin_confirmation")]
    [InlineData("app.lnag", "app.lang")]
    [InlineData("smtp.", "smtp")]
    public void The_nearest_comes_first(string typed, string meant) => Assert.Equal(meant, Of(typed)[0]);

    [Theory]
    [InlineData("optin")]
    [InlineData("custom_css")]
    [InlineData("app.message_sliding")]
    public void There_are_three_at_most(string typed) => Assert.InRange(Of(typed).Count, 1, 3);

    [Theory]
    [InlineData("")]
    [InlineData("zzzzzzzzzzzz")]
    [InlineData("weather.tomorrow_noon")]
    public void What_is_far_off_has_no_neighbour(string typed) => Assert.Empty(Of(typed));

    [Fact]
    public void An_endless_name_costs_nothing() => Assert.Empty(Of(new string('a', 1_000_000)));

    private static IReadOnlyList<string> Of(string typed) => NearestNames.Of(typed, SettingCatalogue.Keys.Select(key => key.Name));
}
