namespace ListmonkPS.Core.Tests.Help;

public sealed class HelpWordsTests : IDisposable
{
    private readonly HelpWorkshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public void The_summary_of_the_class_is_the_synopsis() =>
        Assert.Equal(["Gets the coins of a purse."], _workshop.BuildCommand("Get-Coin").Texts("details/description"));

    [Fact]
    public void Remarks_become_paragraphs_without_the_line_breaks_of_the_source() => Assert.Equal(
        ["Reads the purse that -Purse names and changes nothing.", "Coins come", "- by Name, or", "- by worth."],
        _workshop.BuildCommand("Get-Coin").Texts("description/para"));

    [Fact]
    public void An_inherited_parameter_has_its_words_from_the_base_class() =>
        Assert.Equal(["Purses to look into; see Get-Coin."], _workshop.BuildCommand("Set-Coin").Parameter("Purse").Texts("description/para"));

    [Fact]
    public void Values_are_told_after_the_words() =>
        Assert.Equal(["Side that is to be seen.", "Values: Head, Tail."], _workshop.BuildCommand("Set-Coin").Parameter("Side").Texts("description/para"));
}
