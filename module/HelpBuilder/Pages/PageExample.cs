namespace ListmonkPS.HelpBuilder.Pages;

/// <summary>One example.</summary>
/// <param name="Title">What it is for.</param>
/// <param name="Code">What is typed.</param>
/// <param name="Remarks">What is said about it, one text a paragraph.</param>
/// <param name="Output">What one then sees; null when that is not shown.</param>
/// <param name="Line">Line of its heading, from 1.</param>
internal sealed record PageExample(string Title, string Code, IReadOnlyList<string> Remarks, string? Output, int Line);
