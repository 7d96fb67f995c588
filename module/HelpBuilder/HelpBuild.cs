using System.Text;
using System.Xml;
using ListmonkPS.HelpBuilder.Maml;
using ListmonkPS.HelpBuilder.Metadata;
using ListmonkPS.HelpBuilder.Pages;
using ListmonkPS.HelpBuilder.Words;

namespace ListmonkPS.HelpBuilder;

/// <summary>The whole way: shapes from metadata, words from XML documentation, examples from pages; then rules, then the file.</summary>
internal static class HelpBuild
{
    /// <summary>Makes the help file; when there is any problem, none is written and an old one is removed.</summary>
    public static void Run(HelpBuildOptions options, ProblemList problems)
    {
        if (!InputsExist(options, problems))
            return;

        IReadOnlyList<HelpCmdlet> cmdlets = ModuleReader.Read(options.Assembly, options.References);
        XmlDocumentation words = XmlDocumentation.Load([options.Documentation, options.ContractsDocumentation], cmdlets);
        IReadOnlyList<CmdletPage> pages = PageReader.ReadFolder(options.Pages, problems);

        WordRules.Check(cmdlets, words, options.Documentation, problems);
        PageRules.Check(cmdlets, pages, options.Pages, problems);

        // A stale file would let the build look up to date next time.
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(options.Output))!);
        File.Delete(options.Output);
        if (problems.All.Count == 0)
            Write(cmdlets, pages, words, options.Output);
    }

    private static bool InputsExist(HelpBuildOptions options, ProblemList problems)
    {
        string[] files = [options.Assembly, options.Documentation, options.ContractsDocumentation];
        IEnumerable<string> missing = files.Where(file => !File.Exists(file))
            .Concat(options.References.Append(options.Pages).Where(folder => !Directory.Exists(folder)));
        foreach (string path in missing)
            problems.Add(ProblemCode.CommandLine, path, "does not exist.");
        return problems.All.Count == 0;
    }

    private static void Write(IReadOnlyList<HelpCmdlet> cmdlets, IReadOnlyList<CmdletPage> pages, XmlDocumentation words, string output)
    {
        Dictionary<string, CmdletPage> pageOf = pages.ToDictionary(page => page.Name, StringComparer.Ordinal);

        // One new-line everywhere, so that the file is the same on every system; text keeps its own line breaks.
        using XmlWriter writer = XmlWriter.Create(output, new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false) });
        MamlDocument.Make(cmdlets, pageOf, words).Save(writer);
    }
}
