using ListmonkPS.Core.Diagnosis;
using ListmonkPS.Core.Diagnosis.Engine;

namespace ListmonkPS.Core.Tests.Diagnosis;

public sealed class CheckRegistryTests
{
    private static readonly CheckRegistry Ours = CheckRegistry.Of(typeof(DiagnosisDoor).Assembly);

    public static TheoryData<string> Ids => [.. Ours.Checks.Select(check => check.Info.Id)];

    [Fact]
    public void Two_checks_with_one_id_are_refused() => Refused(
        () => new CheckRegistry([SyntheticRun.Check("a.one", []), SyntheticRun.Check("a.one", [])], []), "a.one");

    [Fact]
    public void A_fact_without_a_source_is_refused() => Refused(
        () => new CheckRegistry([SyntheticRun.Check("a.one", [typeof(string)])], []), "a.one");

    [Fact]
    public void An_unknown_dependency_is_refused() => Refused(
        () => new CheckRegistry([SyntheticRun.Check("a.one", [], dependsOn: ["a.two"])], []), "a.one");

    [Fact]
    public void Checks_that_depend_on_each_other_in_a_circle_are_refused() => Refused(
        () => new CheckRegistry(
            [
                SyntheticRun.Check("a.one", [], dependsOn: ["a.two"]),
                SyntheticRun.Check("a.two", [], dependsOn: ["a.three"]),
                SyntheticRun.Check("a.three", [], dependsOn: ["a.one"]),
            ],
            []),
        "circle");

    [Fact]
    public void Facts_that_use_each_other_in_a_circle_are_refused() => Refused(
        () => new CheckRegistry(
            [],
            [
                new SyntheticSource<string>((_, _) => Task.FromResult(""), Access.None, typeof(Version)),
                new SyntheticSource<Version>((_, _) => Task.FromResult(new Version()), Access.None, typeof(string)),
            ]),
        "circle");

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_check_has_a_title_an_area_and_a_section_in_the_help(string id)
    {
        Assert.NotNull(Texts.TryFind($"check.{id}.title"));
        Assert.Matches("^(settings|smtp|dns|template|database|queue|log|host|version|flow|audit)\\.[a-z]+(-[a-z]+)*$", id);
        string topic = Path.Combine(Architecture.RepositoryFolder.Path, "module", "en-US", "about_ListmonkPS_Checks.help.txt");
        Assert.Contains(id, File.ReadAllLines(topic).Select(line => line.Trim()));
    }

    private static void Refused(Func<object> make, string word) =>
        Assert.Contains(word, Assert.Throws<InvalidOperationException>(make).Message, StringComparison.Ordinal);
}
