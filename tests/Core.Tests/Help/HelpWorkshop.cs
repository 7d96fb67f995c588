using System.Reflection;
using System.Xml.Linq;
using ListmonkPS.HelpBuilder;

namespace ListmonkPS.Core.Tests.Help;

/// <summary>A folder of its own with the fixture's documentation and pages, which a test may spoil before it builds.</summary>
public sealed class HelpWorkshop : IDisposable
{
    private static readonly string Fixture = typeof(HelpWorkshop).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "HelpFixture").Value!;

    private readonly string _folder = Directory.CreateTempSubdirectory("listmonkps-help-").FullName;

    public HelpWorkshop()
    {
        Directory.CreateDirectory(Pages);
        foreach (string page in Directory.EnumerateFiles(Path.Combine(Fixture, "pages")))
            File.Copy(page, Path.Combine(Pages, Path.GetFileName(page)));
        File.Copy(Path.Combine(Fixture, "HelpFixture.xml"), Documentation);
        File.WriteAllText(ContractsDocumentation, "<doc><members /></doc>");
    }

    public string Pages => Path.Combine(_folder, "pages");

    public string Documentation => Path.Combine(_folder, "HelpFixture.xml");

    public string Output => Path.Combine(_folder, "out", "en-US", "HelpFixture.dll-Help.xml");

    private string ContractsDocumentation => Path.Combine(_folder, "Contracts.xml");

    /// <summary>Takes a part of a member's documentation away.</summary>
    public void Forget(string member, string part)
    {
        XDocument document = XDocument.Load(Documentation);
        document.Descendants("member").Single(element => element.Attribute("name")!.Value == member).Element(part)!.Remove();
        document.Save(Documentation);
    }

    /// <summary>Changes a text on a page; it must be there.</summary>
    public void ChangePage(string name, string from, string to)
    {
        string path = Path.Combine(Pages, name + ".md");
        string text = File.ReadAllText(path);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(from, to, StringComparison.Ordinal));
    }

    /// <summary>Builds and returns the problems in the form in which MSBuild sees them, the folder left out.</summary>
    public IReadOnlyList<string> Build()
    {
        ProblemList problems = new();
        string[] references = File.ReadAllLines(Path.Combine(Fixture, "references.txt"));
        string[] arguments =
        [
            "--assembly", Path.Combine(Fixture, "HelpFixture.dll"), "--documentation", Documentation, "--contracts-documentation", ContractsDocumentation,
            "--pages", Pages, "--references", string.Join(';', references), "--output", Output,
        ];
        HelpBuild.Run(HelpBuildOptions.Parse(arguments, problems)!, problems);
        return [.. problems.All.Select(problem => problem.ToString()[(_folder.Length + 1)..].Replace('\\', '/'))];
    }

    /// <summary>Builds what must be without problems and returns the command element of a cmdlet.</summary>
    public XElement BuildCommand(string name)
    {
        Assert.Empty(Build());
        return XDocument.Load(Output).Root!.Elements().Single(command => command.Descendants().First(element => element.Name.LocalName == "name").Value == name);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
