using ListmonkPS.Core.Resend.Sending;

namespace ListmonkPS.Core.Tests.Resend.Sending;

public sealed class RecipientMaskTests
{
    [Theory]
    [InlineData("550 5.1.1 <Anna@Example.org>: unknown", "anna@example.org", "550 5.1.1 <recipient>: unknown")]
    [InlineData("550 anna@example.org unknown", "anna@example.org", "550 <recipient> unknown")]
    [InlineData("550 <anna@xn--mller-kva.test> unknown", "anna@m\u00FCller.test", "550 <recipient> unknown")]
    [InlineData("550 unknown", "", "550 unknown")]
    [InlineData("550 nobody unknown", "nobody", "550 <recipient> unknown")]
    [InlineData("550 unknown", "@", "550 unknown")]
    [InlineData("550 unknown", "a@@b", "550 unknown")]
    public void The_address_of_a_person_is_hidden_however_it_is_written(string text, string email, string expected) =>
        Assert.Equal(expected, RecipientMask.Hide(text, email));

    [Theory]
    [InlineData("452 4.5.3 <anna@example.org>, ben@example.net: too many", "452 4.5.3 <recipient>, <recipient>: too many")]
    [InlineData("550 5.4.5 Daily quota exceeded", "550 5.4.5 Daily quota exceeded")]
    [InlineData("451 at @ noon", "451 at @ noon")]
    public void Whoever_it_is_is_hidden_where_nobody_says_whose_it_is(string text, string expected) => Assert.Equal(expected, RecipientMask.HideAll(text));
}
