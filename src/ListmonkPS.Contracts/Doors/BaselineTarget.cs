namespace ListmonkPS;

/// <summary>Where a baseline is written.</summary>
/// <param name="Path">Full path of the file, or of a folder, in which the file is named after the session.</param>
/// <param name="NoClobber">True when a file that is there stays.</param>
public sealed record BaselineTarget(string Path, bool NoClobber);
