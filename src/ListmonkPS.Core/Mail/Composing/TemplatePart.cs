namespace ListmonkPS.Core.Mail.Composing;

/// <summary>One text of a template as its file has it.</summary>
/// <param name="Path">The file; empty for the template that the module ships.</param>
/// <param name="FirstLine">Line of the file at which it begins, from 1.</param>
/// <param name="Text">The text, with line feeds.</param>
internal sealed record TemplatePart(string Path, int FirstLine, string Text);
