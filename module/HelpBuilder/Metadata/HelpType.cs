namespace ListmonkPS.HelpBuilder.Metadata;

/// <summary>A type as help shows it.</summary>
/// <param name="FullName">Name with namespace, brackets for arrays: System.String[].</param>
/// <param name="ShortName">Name as in syntax: String[].</param>
/// <param name="DocumentationId">Key in the XML documentation.</param>
internal sealed record HelpType(string FullName, string ShortName, string DocumentationId);
