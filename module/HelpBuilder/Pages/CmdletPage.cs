namespace ListmonkPS.HelpBuilder.Pages;

/// <summary>What a page adds to what the code knows of its cmdlet.</summary>
/// <param name="Name">Name of the cmdlet, from the file's name.</param>
/// <param name="File">Path of the page.</param>
/// <param name="Examples">Examples, from the simplest to the pipeline.</param>
/// <param name="Notes">Paragraphs of the notes.</param>
/// <param name="Links">Where to read on.</param>
internal sealed record CmdletPage(
    string Name,
    string File,
    IReadOnlyList<PageExample> Examples,
    IReadOnlyList<string> Notes,
    IReadOnlyList<PageLink> Links);
