using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ListmonkPS.HelpBuilder.Pages;

/// <summary>Markdown as help shows it: plain text, a paragraph a text.</summary>
internal static class PlainText
{
    /// <summary>The text of a paragraph or heading on one line, or null when help has no form for something in it.</summary>
    public static string? Of(LeafBlock block)
    {
        StringBuilder text = new();
        return TryAppend(block.Inline, text) ? text.ToString().Trim() : null;
    }

    /// <summary>The paragraphs of a block; items of a list begin with a dash. Null for what help has no form for.</summary>
    public static IReadOnlyList<string>? Paragraphs(Block block)
    {
        IReadOnlyList<string?> texts = block switch
        {
            ParagraphBlock paragraph => [Of(paragraph)],
            ListBlock { IsOrdered: false } list => [.. list.OfType<ListItemBlock>().Select(Item)],
            _ => [null],
        };
        return texts.Contains(null) ? null : [.. texts.OfType<string>()];
    }

    private static string? Item(ListItemBlock item) =>
        item is [ParagraphBlock paragraph] && Of(paragraph) is { } text ? "- " + text : null;

    private static bool TryAppend(ContainerInline? container, StringBuilder text)
    {
        foreach (Inline inline in container ?? [])
        {
            bool known = inline switch
            {
                LiteralInline literal => Add(text, literal.Content.ToString()),
                CodeInline code => Add(text, code.Content),
                HtmlEntityInline entity => Add(text, entity.Transcoded.ToString()),
                AutolinkInline link => Add(text, link.Url),
                LineBreakInline => Add(text, " "),
                ContainerInline nested => TryAppend(nested, text),
                _ => false,
            };
            if (!known)
                return false;
        }

        return true;
    }

    private static bool Add(StringBuilder text, string part)
    {
        text.Append(part);
        return true;
    }
}
