using ListmonkPS.HelpBuilder.Metadata;
using ListmonkPS.HelpBuilder.Pages;

namespace ListmonkPS.HelpBuilder;

/// <summary>A page for each cmdlet and a cmdlet for each page, with examples that are about it.</summary>
internal static class PageRules
{
    /// <summary>Adds a problem for each page that is missing, left over or about something else.</summary>
    public static void Check(IReadOnlyList<HelpCmdlet> cmdlets, IReadOnlyList<CmdletPage> pages, string folder, ProblemList problems)
    {
        HashSet<string> names = [.. cmdlets.Select(cmdlet => cmdlet.Name)];
        foreach (string name in names.Except(pages.Select(page => page.Name)))
            problems.Add(ProblemCode.NoPage, Path.Combine(folder, name + ".md"), $"{name} has no page.");

        foreach (CmdletPage page in pages)
        {
            if (!names.Contains(page.Name))
                problems.Add(ProblemCode.NoCmdlet, page.File, $"There is no cmdlet {page.Name}.");
            foreach (PageExample example in page.Examples.Where(example => !example.Code.Contains(page.Name, StringComparison.OrdinalIgnoreCase)))
                problems.Add(ProblemCode.ForeignExample, page.File, $"The example '{example.Title}' does not name {page.Name}.", example.Line);
        }
    }
}
