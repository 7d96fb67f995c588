using ListmonkPS.Core.Listmonk.Connecting;

namespace ListmonkPS.Core.Tests.Listmonk.Connecting;

public sealed class ServerAddressTests
{
    [Theory]
    [InlineData("https://lists.example.org", "https://lists.example.org/")]
    [InlineData("http://127.0.0.1:9000/", "http://127.0.0.1:9000/")]
    [InlineData("https://example.org/lists/?a=b#c", "https://example.org/lists")]
    public void An_address_is_taken_without_what_does_not_belong_to_it(string given, string taken) =>
        Assert.Equal(taken, ServerAddress.Check(new Uri(given)).AbsoluteUri);

    [Theory]
    [InlineData("lists.example.org", "BadUri", "lists.example.org")]
    [InlineData("lists.example.org:9000", "BadUri", "lists.example.org:9000")]
    [InlineData("ftp://lists.example.org", "BadUri", "ftp://")]
    [InlineData("/lists", "BadUri", "/lists")]
    [InlineData("https://admin:hunter2@lists.example.org/x", "CredentialInUri", "lists.example.org")]
    [InlineData("admin:hunter2@lists.example.org/x", "CredentialInUri", "lists.example.org")]
    [InlineData("https://hunter2@lists.example.org", "CredentialInUri", "lists.example.org")]
    public void What_is_no_address_is_refused_without_its_secret(string given, string id, string named)
    {
        FailureException exception = Assert.Throws<FailureException>(() => ServerAddress.Check(new Uri(given, UriKind.RelativeOrAbsolute)));
        Assert.Equal((id, FailureCategory.InvalidArgument), (exception.Failure.Id, exception.Failure.Category));
        Assert.Contains(named, exception.Message, StringComparison.Ordinal);
        Assert.NotEmpty(exception.Failure.RecommendedAction);
        Assert.DoesNotContain("hunter2", exception + exception.Failure.RecommendedAction + exception.Failure.Target, StringComparison.Ordinal);
    }
}
