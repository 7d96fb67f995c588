namespace ListmonkPS.Core.Machine.Logs;

/// <summary>One line of a log as it was written: not harmless yet.</summary>
/// <param name="Text">The line without its end; cut when it was endless.</param>
/// <param name="Time">When the source says that it was written, apart from the line's own words; null where it does not.</param>
internal readonly record struct RawLine(string Text, DateTimeOffset? Time);
