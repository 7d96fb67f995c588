namespace ListmonkPS.HelpBuilder.Metadata;

/// <summary>How a parameter is used in one parameter set.</summary>
/// <param name="IsMandatory">True when the set needs it.</param>
/// <param name="Position">Place without a name, from 0; null when it must be named.</param>
/// <param name="ByValue">True when it takes pipeline objects.</param>
/// <param name="ByPropertyName">True when it takes a property of pipeline objects.</param>
internal sealed record ParameterUse(bool IsMandatory, int? Position, bool ByValue, bool ByPropertyName);
