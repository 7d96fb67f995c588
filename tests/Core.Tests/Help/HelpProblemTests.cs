namespace ListmonkPS.Core.Tests.Help;

public sealed class HelpProblemTests : IDisposable
{
    private readonly HelpWorkshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public void A_cmdlet_needs_a_page()
    {
        File.Delete(Path.Combine(_workshop.Pages, "Set-Coin.md"));
        Assert.Equal(["pages/Set-Coin.md : error LMPS002: Set-Coin has no page."], _workshop.Build());
    }

    [Fact]
    public void A_page_needs_a_cmdlet()
    {
        File.WriteAllText(Path.Combine(_workshop.Pages, "Get-Note.md"), "# Get-Note\n\n## Examples\n\n### A\n\n```powershell\nGet-Note\n```\n\nText.\n");
        Assert.Equal(["pages/Get-Note.md : error LMPS003: There is no cmdlet Get-Note."], _workshop.Build());
    }

    [Theory]
    [InlineData("T:HelpFixture.GetCoinCommand", "summary", "HelpFixture.xml : error LMPS004: Get-Coin has no synopsis")]
    [InlineData("T:HelpFixture.GetCoinCommand", "remarks", "HelpFixture.xml : error LMPS005: Get-Coin has no description of 40 characters")]
    [InlineData("P:HelpFixture.GetCoinCommand.Name", "summary", "HelpFixture.xml : error LMPS006: Get-Coin -Name has no words")]
    [InlineData("T:HelpFixture.Coin", "summary", "HelpFixture.xml : error LMPS009: Get-Coin emits HelpFixture.Coin, which has no <summary>.")]
    public void Nothing_is_without_words(string member, string part, string problem)
    {
        _workshop.Forget(member, part);
        Assert.StartsWith(problem, _workshop.Build()[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_parameter_of_the_base_class_is_told_for_each_cmdlet_that_has_it()
    {
        _workshop.Forget("P:HelpFixture.PurseCommand.Purse", "summary");
        Assert.Equal(2, _workshop.Build().Count(problem => problem.Contains("LMPS006", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Set-Coin Gold Head", "Get-Coin", "pages/Set-Coin.md(5): error LMPS007: The example 'Turn one' does not name Set-Coin.")]
    [InlineData("# Set-Coin\n", "# Set-Note\n", "pages/Set-Coin.md(1): error LMPS008: The page must begin with '# Set-Coin'.")]
    [InlineData("## Examples", "## Example", "pages/Set-Coin.md(3): error LMPS008: A page has the sections Examples, Notes and Links, not 'Example'.")]
    [InlineData("```powershell", "```text", "pages/Set-Coin.md(5): error LMPS008: The example 'Turn one' must begin with a fenced powershell block.")]
    [InlineData("### Turn one", "Turn one", "pages/Set-Coin.md(5): error LMPS008: Each example begins with a title, '### ...'.")]
    [InlineData("Says what it would do.", "", "pages/Set-Coin.md(5): error LMPS008: The example 'Turn one' has no words.")]
    [InlineData("Says what it would do.", "Yes.\n\n> No.", "pages/Set-Coin.md(13): error LMPS008: Help has no form for this")]
    [InlineData("Says what it would do.", "Says <b>what</b> it does.", "pages/Set-Coin.md(11): error LMPS008: Help has no form for this")]
    public void A_page_that_is_not_formed_like_the_others_is_refused_with_its_line(string from, string to, string problem)
    {
        _workshop.ChangePage("Set-Coin", from, to);
        Assert.StartsWith(problem, _workshop.Build()[0], StringComparison.Ordinal);
    }

    [Fact]
    public void No_file_is_left_when_there_is_a_problem()
    {
        Assert.Empty(_workshop.Build());
        Assert.True(File.Exists(_workshop.Output));
        _workshop.Forget("T:HelpFixture.GetCoinCommand", "summary");
        Assert.Single(_workshop.Build());
        Assert.False(File.Exists(_workshop.Output));
    }
}
