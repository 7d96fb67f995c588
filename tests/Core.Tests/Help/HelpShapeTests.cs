using System.Xml.Linq;

namespace ListmonkPS.Core.Tests.Help;

public sealed class HelpShapeTests : IDisposable
{
    private readonly HelpWorkshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public void Each_parameter_set_has_a_syntax_line_the_default_one_first_and_without_what_it_does_not_show()
    {
        XElement command = _workshop.BuildCommand("Get-Coin");
        string[] lines = [.. command.At("syntax/syntaxItem").Select(item => string.Join(' ', item.Texts("parameter/name")))];
        Assert.Equal(["Name TimeoutSeconds Purse", "Cents TimeoutSeconds Purse"], lines);
    }

    [Fact]
    public void Positions_come_before_names_and_the_two_common_switches_last()
    {
        XElement command = _workshop.BuildCommand("Set-Coin");
        Assert.Equal(["Metal", "Side", "Force", "Purse", "WhatIf", "Confirm"], command.Texts("syntax/syntaxItem/parameter/name"));
    }

    [Theory]
    [InlineData("Get-Coin", "Name", "false", "0", "False", "true", "CoinName", "String[]", "None")]
    [InlineData("Get-Coin", "Cents", "true", "named", "False", "false", "none", "Int32", "None")]
    [InlineData("Get-Coin", "Purse", "false", "named", "True (ByValue, ByPropertyName)", "false", "none", "String[]", "None")]
    [InlineData("Get-Coin", "TimeoutSeconds", "false", "named", "False", "false", "none", "Int32", "15")]
    [InlineData("Set-Coin", "Side", "true", "1", "False", "false", "none", "CoinSide", "None")]
    public void A_parameter_is_described_as_it_is_declared(
        string cmdlet, string name, string required, string position, string pipeline, string wildcards, string aliases, string type, string value)
    {
        XElement parameter = _workshop.BuildCommand(cmdlet).Parameter(name);
        Assert.Equal(
            [required, position, pipeline, wildcards, aliases],
            [parameter.Mark("required"), parameter.Mark("position"), parameter.Mark("pipelineInput"), parameter.Mark("globbing"), parameter.Mark("aliases")]);
        Assert.Equal([type], parameter.Texts("parameterValue"));
        Assert.Equal([value], parameter.Texts("defaultValue"));
    }

    [Fact]
    public void A_switch_has_no_value_and_is_off_by_itself()
    {
        XElement parameter = _workshop.BuildCommand("Set-Coin").Parameter("Force");
        Assert.Empty(parameter.At("parameterValue"));
        Assert.Equal(["False"], parameter.Texts("defaultValue"));
    }

    [Theory]
    [InlineData("Side", "Head,Tail")]
    [InlineData("Metal", "Silver,Gold")]
    public void The_values_of_enumerations_and_of_sets_are_listed(string name, string values) =>
        Assert.Equal(values.Split(','), _workshop.BuildCommand("Set-Coin").Parameter(name).Texts("parameterValueGroup/parameterValue"));

    [Fact]
    public void What_comes_in_and_out_is_named_with_its_words()
    {
        XElement command = _workshop.BuildCommand("Set-Coin");
        Assert.Equal(["System.String[]"], command.Texts("inputTypes/inputType/type/name"));
        Assert.Equal(["HelpFixture.Coin", "System.String"], command.Texts("returnValues/returnValue/type/name"));
        Assert.Equal(["One coin of a purse."], command.Texts("returnValues/returnValue/description"));
    }

    [Fact]
    public void A_parameter_that_is_not_to_be_shown_is_not_shown() =>
        Assert.DoesNotContain("Hidden", _workshop.BuildCommand("Get-Coin").Texts("parameters/parameter/name"));
}
