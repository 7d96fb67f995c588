using ListmonkPS.Core.Listmonk.Versions;

namespace ListmonkPS.Core.Tests;

public sealed class VersionTests
{
    [Theory]
    [InlineData("v6.2.0", 6, 2, 0)]
    [InlineData("3.0.0", 3, 0, 0)]
    [InlineData("v6.2.0-nightly (abc1234)", 6, 2, 0)]
    [InlineData("v5.1", 5, 1, 0)]
    public void Numbers_are_read_out_of_what_servers_say(string text, int major, int minor, int patch)
    {
        ListmonkVersion version = ListmonkVersion.Parse(text);
        Assert.Equal((major, minor, patch), (version.Major, version.Minor, version.Patch));
    }
}
