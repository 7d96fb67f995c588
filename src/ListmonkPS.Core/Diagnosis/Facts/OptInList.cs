namespace ListmonkPS.Core.Diagnosis.Facts;

/// <summary>A list, as far as opt-in is concerned.</summary>
/// <param name="Id">List number.</param>
/// <param name="Name">List name, made harmless.</param>
/// <param name="IsPublic">True when the public form offers it.</param>
/// <param name="IsDouble">True when it asks for confirmation.</param>
internal sealed record OptInList(int Id, string Name, bool IsPublic, bool IsDouble);
