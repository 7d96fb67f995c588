namespace ListmonkPS.Core.Tests.Architecture;

/// <summary>A top-level type: its namespace, and its name without the number of its type parameters.</summary>
internal sealed record TypeName(string Namespace, string Name);
