using ListmonkPS.Core.Listmonk.Versions;

namespace ListmonkPS.Core.Tests;

public sealed class VersionTests
{
    [Theory]
    [InlineData("v6.2.0", 6, 2, 0)]
    [InlineData("3.0.0", 3, 0, 0)]
    [InlineData("v6.2.0-nightly (abc1234)", 6, 2, 0)]
    [InlineData("v5.1", 5, 1, 0)]
    public void G46_numbers_are_read_out_of_what_servers_say(string text, int major, int minor, int patch)
    {
        ListmonkVersion version = ListmonkVersion.Parse(text);
        Assert.Equal((major, minor, patch), (version.Major, version.Minor, version.Patch));
    }

    [Theory]
    [InlineData("v2.5.1", false, false, false)]
    [InlineData("v4.0.0", true, false, false)]
    [InlineData("v5.0.0", true, true, false)] // the last migration of v5.0.2: what a database alone tells
    [InlineData("v5.0.3", true, false, false)]
    [InlineData("v6.0.0", true, false, true)]
    [InlineData("v7.1.0", true, false, true)]
    public void G46_a_version_without_a_row_is_told_by_when_things_changed(string text, bool hasUsers, bool losesMail, bool hasListStatus)
    {
        Quirks quirks = QuirkTable.For(ListmonkVersion.Parse(text));
        Assert.Equal((text, hasUsers, losesMail, hasListStatus), (quirks.Version.Text, quirks.HasUsers, quirks.LosesMailSilently, quirks.HasListStatus));
    }
}
