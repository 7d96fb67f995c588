using ListmonkPS.Core.Dns.Dkim;

namespace ListmonkPS.Core.Tests.Dns.Dkim;

/// <summary>Writing mistakes in key records are mended; what nobody can guess is not.</summary>
public sealed class DkimRepairTests
{
    private const string Key = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";
    private const string Right = "v=DKIM1; k=ed25519; p=" + Key;

    [Theory]
    [InlineData(Right)]
    [InlineData("\"v=DKIM1; k=ed25519; \" \"p=" + Key + "\"")]
    [InlineData("( \"v=DKIM1; k=ed25519; p=\" \"" + Key + "\" )")]
    [InlineData("v=DKIM1\\; k=ed25519\\; p=" + Key)]
    [InlineData("k=ed25519; v=DKIM1; p=" + Key)]
    [InlineData("v=dkim1; k=ED25519; p=" + Key)]
    [InlineData("v=DKIM1; p=" + Key)]
    [InlineData("V=DKIM1; K=ed25519; P=" + Key)]
    [InlineData("v=DKIM1; k=ed25519; k=ed25519; p=" + Key + "; p=" + Key)]
    [InlineData("v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQH Og7hcvPapiMlrwIaaPcHURo=;")]
    public void A_mistake_is_mended(string published) => Assert.Equal(Right, DkimRepair.Mend([published]));

    [Fact]
    public void A_key_in_two_records_becomes_one() => Assert.Equal(Right, DkimRepair.Mend(["v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQH", "Og7hcvPapiMlrwIaaPcHURo="]));

    [Fact]
    public void Of_two_keys_the_first_stays() => Assert.Equal(Right, DkimRepair.Mend([Right, "v=DKIM1; k=rsa; p="]));

    [Fact]
    public void What_the_record_forbids_by_mistake_is_allowed() =>
        Assert.Equal($"v=DKIM1; k=ed25519; h=sha1:sha256; s=tlsrpt:email; p={Key}", DkimRepair.Mend([$"v=DKIM1; k=ed25519; h=sha1; s=tlsrpt; p={Key}"]));

    [Theory]
    [InlineData("")]
    [InlineData("v=spf1 -all")]
    [InlineData("v=DKIM1; k=rsa")]
    [InlineData("a key was here")]
    public void Without_a_key_there_is_nothing_to_mend(string published) => Assert.Null(DkimRepair.Mend([published]));
}
