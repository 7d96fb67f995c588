using System.Net;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Tests.Safety;

public sealed class CredentialMaskTests
{
    private const string Token = "kq7/Zt+long-token";

    private static readonly CredentialMask Mask = new(new NetworkCredential("operator", Token));

    [Theory]
    [InlineData("Authorization: Basic b3BlcmF0b3I6a3E3L1p0K2xvbmctdG9rZW4=; Host: x")]
    [InlineData("token operator:kq7/Zt+long-token is wrong")]
    [InlineData("GET /?t=kq7%2FZt%2Blong-token")]
    public void Each_form_that_a_server_may_send_back_is_hidden(string text)
    {
        string shown = Mask.Hide(text);
        Assert.Contains("\u2022\u2022\u2022\u2022\u2022\u2022\u2022\u2022", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("long-token", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("b3BlcmF0b3I6", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_text_stays_as_it_is() => Assert.Equal("invalid API credentials", Mask.Hide("invalid API credentials"));

    [Fact]
    public void A_short_password_that_is_also_a_word_is_not_given_away_by_hiding_the_word()
    {
        CredentialMask mask = new(new NetworkCredential("listmonk", "listmonk"));
        Assert.Equal("<title>listmonk</title>", mask.Hide("<title>listmonk</title>"));
        Assert.DoesNotContain("bGlzdG1vbms6bGlzdG1vbms=", mask.Hide("Basic bGlzdG1vbms6bGlzdG1vbms="), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_credential_nothing_is_hidden() => Assert.Equal("x", new CredentialMask(null).Hide("x"));
}
