using ListmonkPS.Core.Dns.Dmarc.Records;

namespace ListmonkPS.Core.Tests.Dns.Dmarc;

/// <summary>One record out of those that are there: nothing that was right is lost, and no policy becomes harder.</summary>
public sealed class DmarcRepairTests
{
    [Theory]
    [InlineData("v=dmarc1; p=reject", "v=DMARC1; p=reject")]
    [InlineData("p=quarantine; v=DMARC1", "v=DMARC1; p=quarantine")]
    [InlineData("V = DMARC1; P = Reject", "v=DMARC1; p=reject")]
    [InlineData("\"v=DMARC1; p=none\"", "v=DMARC1; p=none")]
    [InlineData("v=DMARC1", "v=DMARC1; p=none")]
    [InlineData("v=DMARC1; p=", "v=DMARC1; p=none")]
    [InlineData("v=DMARC1; p=monitor; sp=x; np=reject", "v=DMARC1; p=none; np=reject")]
    [InlineData("v=DMARC1; p=reject; rua=r@example.org,mailto:s@example.org!10m; adkim=s; pct=50", "v=DMARC1; p=reject; rua=mailto:s@example.org; adkim=s; pct=50")]
    public void A_record_is_mended(string published, string mended) => Assert.Equal(mended, DmarcRepair.Mend([published]));

    [Fact]
    public void Several_become_one_with_the_mildest_policy_and_all_addresses() => Assert.Equal(
        "v=DMARC1; p=quarantine; sp=none; rua=mailto:a@example.org,mailto:b@example.org; ruf=mailto:c@example.org; adkim=s",
        DmarcRepair.Mend([
            "v=DMARC1; p=reject; sp=none; rua=mailto:a@example.org; adkim=s",
            "v=DMARC1; p=quarantine; sp=reject; rua=mailto:A@example.org, mailto:b@example.org; ruf=mailto:c@example.org; adkim=r",
        ]));

    [Fact]
    public void Of_nothing_there_is_nothing_to_make() => Assert.Null(DmarcRepair.Mend([]));

    [Theory]
    [InlineData("v=dmarc1; p=none", true)]
    [InlineData("p=none; v=DMARC1", true)]
    [InlineData("v=DMARC1; p=none", false)]
    [InlineData("v=spf1 -all", false)]
    [InlineData("", false)]
    public void What_is_meant_as_one_is_told_from_other_texts(string text, bool isMeant) => Assert.Equal(isMeant, DmarcRepair.IsMeant(text));
}
