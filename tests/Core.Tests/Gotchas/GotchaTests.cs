using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using ListmonkPS.Core.Tests.Architecture;

namespace ListmonkPS.Core.Tests.Gotchas;

/// <summary>The table of gotchas is whole, and what it says of tests is so.</summary>
public sealed class GotchaTests
{
    private const int Count = 50;

    private static readonly string Folder = Path.Combine(RepositoryFolder.Path, "tests", "Core.Tests");

    private static readonly Gotcha[] All = JsonSerializer.Deserialize<Gotcha[]>(
        File.ReadAllText(Path.Combine(Folder, "Gotchas", "gotchas.json")), JsonSerializerOptions.Web)!;

    public static TheoryData<int, string> Named => [.. from gotcha in All from test in gotcha.Tests ?? [] select (gotcha.Number, test)];

    [Fact]
    public void Every_gotcha_has_its_row()
    {
        Assert.Equal(Enumerable.Range(1, Count), All.Select(gotcha => gotcha.Number));
        Assert.All(All, gotcha => Assert.Single(new[] { string.Join(' ', gotcha.Tests ?? []), gotcha.Waits, gotcha.Never }, text => !string.IsNullOrEmpty(text)));
    }

    [Theory]
    [MemberData(nameof(Named))]
    public void Every_test_that_is_named_exists_and_names_the_gotcha(int gotcha, string test)
    {
        string[] parts = test.Split('.');
        Type type = Assert.Single(typeof(GotchaTests).Assembly.GetTypes(), type => type.Name == parts[0]);
        MethodInfo method = Assert.Single(type.GetMethods(), method => method.Name == parts[1]);
        Assert.NotNull(method.GetCustomAttribute<FactAttribute>());
        string source = File.ReadAllText(Assert.Single(Directory.GetFiles(Folder, parts[0] + ".cs", SearchOption.AllDirectories)));
        Assert.Matches(new Regex($@"(?<![A-Za-z0-9])G0?{gotcha}(?![0-9])"), source);
    }
}
