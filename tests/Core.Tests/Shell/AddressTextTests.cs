namespace ListmonkPS.Core.Tests.Shell;

/// <summary>The address of a server as people paste it.</summary>
public sealed class AddressTextTests
{
    [Theory]
    [InlineData("https://lists.example.org/", "https://lists.example.org/")]
    [InlineData(" https://lists.example.org/admin ", "https://lists.example.org/")]
    [InlineData("https://lists.example.org/admin/", "https://lists.example.org/")]
    [InlineData("https://lists.example.org/admin/campaigns/3?tab=1#x", "https://lists.example.org/")]
    [InlineData("http://example.org:9000/news/admin/lists", "http://example.org:9000/news")]
    [InlineData("http://example.org/administrator", "http://example.org/administrator")]
    [InlineData("lists.example.org", "lists.example.org")]
    public void A_page_of_the_admin_interface_stands_for_its_server(string text, string uri) => Assert.Equal(uri, AddressText.Parse(text).ToString());

    [Fact]
    public void What_may_be_a_password_stays_for_Core_to_refuse() =>
        Assert.Equal("user:secret", AddressText.Parse("https://user:secret@example.org/admin").UserInfo);

    [Fact]
    public void What_is_no_address_is_refused_without_what_may_be_a_password()
    {
        Failure failure = Assert.Throws<FailureException>(() => AddressText.Parse("http://user:secret@[broken")).Failure;
        Assert.Equal("BadUri", failure.Id);
        Assert.DoesNotContain("secret", failure.Message, StringComparison.Ordinal);
        Assert.Contains("[broken", failure.Message, StringComparison.Ordinal);
    }
}
