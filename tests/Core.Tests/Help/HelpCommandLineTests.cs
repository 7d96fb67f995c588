using ListmonkPS.HelpBuilder;

namespace ListmonkPS.Core.Tests.Help;

public sealed class HelpCommandLineTests
{
    [Fact]
    public void What_is_missing_unknown_or_without_a_value_is_told_one_by_one()
    {
        ProblemList problems = new();
        Assert.Null(HelpBuildOptions.Parse(["--assembly", "a.dll", "--colour", "red", "--documentation", "a.xml", "--pages", "p", "--references", "r", "--output"], problems));
        Assert.Equal(
            [
                "HelpBuilder : error LMPS001: '--colour' is unknown, given twice or without a value.",
                "HelpBuilder : error LMPS001: '--output' is unknown, given twice or without a value.",
                "HelpBuilder : error LMPS001: --contracts-documentation is missing.",
                "HelpBuilder : error LMPS001: --output is missing.",
            ],
            problems.All.Select(problem => problem.ToString()));
    }

    [Fact]
    public void A_file_that_does_not_exist_is_named()
    {
        ProblemList problems = new();
        string here = AppContext.BaseDirectory;
        HelpBuildOptions options = new()
        {
            Assembly = "none.dll",
            Documentation = Environment.ProcessPath!,
            ContractsDocumentation = Environment.ProcessPath!,
            Pages = here,
            References = [here],
            Output = "none.xml",
        };
        HelpBuild.Run(options, problems);
        Assert.Equal("none.dll : error LMPS001: does not exist.", Assert.Single(problems.All).ToString());
    }
}
