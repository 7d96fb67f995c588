namespace ListmonkPS;

/// <summary>One setting and the value that it shall have.</summary>
/// <param name="Name">Key, or the way to a member such as smtp/primary/port.</param>
/// <param name="Value">Value as given: bool, number, text, SecureString, or a list of these; converted by the setting's type.</param>
public sealed record SettingAssignment(string Name, object? Value);
