using Markdig.Syntax;

namespace ListmonkPS.HelpBuilder.Pages;

/// <summary>Reads the examples of a page: a title, a powershell block, words, and if need be a text block with what one sees.</summary>
internal static class ExampleReader
{
    /// <summary>The examples in the order of the page.</summary>
    public static IReadOnlyList<PageExample> Read(IReadOnlyList<Block> blocks, string file, ProblemList problems)
    {
        if (blocks is [not HeadingBlock { Level: 3 }, ..])
            problems.Add(ProblemCode.PageForm, file, "Each example begins with a title, '### ...'.", blocks[0].Line + 1);
        return [.. PageReader.Sections(blocks, 3).Select(section => ReadOne(section.Heading, section.Blocks, file, problems)).OfType<PageExample>()];
    }

    private static PageExample? ReadOne(HeadingBlock heading, IReadOnlyList<Block> blocks, string file, ProblemList problems)
    {
        string title = PlainText.Of(heading) ?? "";
        int line = heading.Line + 1;
        if (title.Length == 0 || blocks is not [FencedCodeBlock { Info: "powershell" } code, ..])
        {
            problems.Add(ProblemCode.PageForm, file, $"The example '{title}' must begin with a fenced powershell block.", line);
            return null;
        }

        List<string> remarks = [];
        string? output = null;
        foreach (Block block in blocks.Skip(1))
        {
            if (block is FencedCodeBlock { Info: "text" } seen && output is null)
                output = seen.Lines.ToString();
            else
                remarks.AddRange(PlainText.Paragraphs(block) ?? PageReader.NoForm(block, file, problems));
        }

        if (remarks.Count == 0)
            problems.Add(ProblemCode.PageForm, file, $"The example '{title}' has no words.", line);
        return new PageExample(title, code.Lines.ToString(), remarks, output, line);
    }
}
