namespace ListmonkPS.HelpBuilder.Pages;

/// <summary>Where to read on.</summary>
/// <param name="Text">Name of a cmdlet or topic, or words for an address.</param>
/// <param name="Uri">Address; null for a cmdlet or topic, which Get-Help finds by name.</param>
internal sealed record PageLink(string Text, string? Uri);
