namespace ListmonkPS;

/// <summary>What the settings of a server are compared with: a baseline, another server, or, when both are null, a fresh installation of its version.</summary>
/// <param name="BaselinePath">Full path of a baseline file.</param>
/// <param name="Session">Another server.</param>
public sealed record ComparisonReference(string? BaselinePath = null, ListmonkSession? Session = null);
