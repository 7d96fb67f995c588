using ListmonkPS.Core.Resend.Servers;

namespace ListmonkPS.Core.Tests.Resend.Servers;

public sealed class ServerNameTests
{
    [Theory]
    [InlineData("https://lists.example.org", "root:HTTPS://LISTS.EXAMPLE.ORG")]
    [InlineData("https://Lists.example.org:443/", "root:HTTPS://LISTS.EXAMPLE.ORG")]
    [InlineData("https://example.org/lists/", "root:HTTPS://EXAMPLE.ORG/LISTS")]
    [InlineData("http://localhost:9001", "root:HTTP://LOCALHOST:9001")]
    [InlineData("http://localhost:9000/", null)] // every new installation has it
    [InlineData("lists.example.org", null)]
    [InlineData("file:///etc", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void People_know_a_server_by_its_root_url_unless_it_was_never_set(string? root, string? expected) => Assert.Equal(expected, ServerKey.OfRoot(root));
}
