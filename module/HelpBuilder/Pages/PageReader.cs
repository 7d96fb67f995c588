using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ListmonkPS.HelpBuilder.Pages;

/// <summary>Reads the pages: "# Name", "## Examples" with "### title" each, and if need be "## Notes" and "## Links".</summary>
internal static class PageReader
{
    /// <summary>All pages of a folder, by name.</summary>
    public static IReadOnlyList<CmdletPage> ReadFolder(string folder, ProblemList problems) =>
        [.. Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal).Select(file => Read(file, File.ReadAllText(file), problems))];

    /// <summary>One page; adds a problem for each thing that has no place on it.</summary>
    public static CmdletPage Read(string file, string markdown, ProblemList problems)
    {
        string name = Path.GetFileNameWithoutExtension(file);
        MarkdownDocument document = Markdown.Parse(markdown);
        if (document is not [HeadingBlock { Level: 1 } head, ..] || PlainText.Of(head) != name)
            problems.Add(ProblemCode.PageForm, file, $"The page must begin with '# {name}'.", 1);

        List<string> notes = [];
        List<PageLink> links = [];
        IReadOnlyList<PageExample> examples = [];
        foreach ((HeadingBlock heading, IReadOnlyList<Block> blocks) in Sections([.. document.Skip(1)], 2))
        {
            switch (PlainText.Of(heading))
            {
                case "Examples":
                    examples = ExampleReader.Read(blocks, file, problems);
                    break;
                case "Notes":
                    notes.AddRange(blocks.SelectMany(block => PlainText.Paragraphs(block) ?? NoForm(block, file, problems)));
                    break;
                case "Links":
                    links.AddRange(blocks.SelectMany(block => Links(block, file, problems)));
                    break;
                default:
                    problems.Add(ProblemCode.PageForm, file, $"A page has the sections Examples, Notes and Links, not '{PlainText.Of(heading)}'.", heading.Line + 1);
                    break;
            }
        }

        if (examples.Count == 0)
            problems.Add(ProblemCode.PageForm, file, "The page has no examples.");
        return new CmdletPage(name, file, examples, notes, links);
    }

    /// <summary>Cuts blocks at the headings of a level; what stands before the first one belongs to none.</summary>
    internal static IEnumerable<(HeadingBlock Heading, IReadOnlyList<Block> Blocks)> Sections(IReadOnlyList<Block> blocks, int level)
    {
        int[] starts = [.. Enumerable.Range(0, blocks.Count).Where(index => blocks[index] is HeadingBlock heading && heading.Level == level)];
        for (int index = 0; index < starts.Length; index++)
        {
            int end = index + 1 < starts.Length ? starts[index + 1] : blocks.Count;
            yield return ((HeadingBlock)blocks[starts[index]], [.. blocks.Skip(starts[index] + 1).Take(end - starts[index] - 1)]);
        }
    }

    /// <summary>Adds the problem that help cannot show a block.</summary>
    internal static IReadOnlyList<string> NoForm(Block block, string file, ProblemList problems)
    {
        problems.Add(ProblemCode.PageForm, file, "Help has no form for this: only paragraphs, plain lists and fenced powershell and text blocks have one.", block.Line + 1);
        return [];
    }

    private static IEnumerable<PageLink> Links(Block block, string file, ProblemList problems)
    {
        if (PlainText.Paragraphs(block) is not { } texts || block is not ListBlock)
        {
            NoForm(block, file, problems);
            return [];
        }

        // A link's address, or none for the name of a cmdlet or topic.
        IEnumerable<string?> addresses = ((ListBlock)block).Select(item => item.Descendants<LinkInline>().FirstOrDefault()?.Url);
        return texts.Zip(addresses, (text, address) => new PageLink(text[2..], address));
    }
}
