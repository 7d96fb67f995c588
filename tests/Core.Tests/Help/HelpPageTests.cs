using System.Xml.Linq;

namespace ListmonkPS.Core.Tests.Help;

public sealed class HelpPageTests : IDisposable
{
    private readonly HelpWorkshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public void Examples_are_numbered_and_keep_the_lines_of_their_code()
    {
        XElement command = _workshop.BuildCommand("Get-Coin");
        Assert.Equal(["-------- Example 1: All coins --------", "-------- Example 2: Only large ones --------"], command.Texts("examples/example/title"));
        Assert.Equal("$purse = 'blue'\n$purse | Get-Coin -Cents 50 |\n    Sort-Object Cents", command.Texts("examples/example/code")[1]);
    }

    [Fact]
    public void Words_are_plain_and_what_one_sees_keeps_its_columns()
    {
        XElement example = _workshop.BuildCommand("Get-Coin").At("examples/example")[1];
        Assert.Equal(["Two lines of code.", "- One item,", "- another.", "Cents\n-----\n   50\n\n  100", ""], example.Texts("remarks/para"));
    }

    [Fact]
    public void Notes_and_links_follow_the_page()
    {
        XElement command = _workshop.BuildCommand("Get-Coin");
        Assert.Equal(["Coins are counted once.", "Never twice."], command.Texts("alertSet/alert/para"));
        Assert.Equal(["Set-Coin", "About coins"], command.Texts("relatedLinks/navigationLink/linkText"));
        Assert.Equal(["", "https://www.example.org/coins"], command.Texts("relatedLinks/navigationLink/uri"));
    }

    [Fact]
    public void A_page_without_notes_and_links_is_whole() => Assert.Empty(_workshop.BuildCommand("Set-Coin").At("alertSet"));
}
