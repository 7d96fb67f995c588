namespace ListmonkPS.Core.Machine.Logs;

/// <summary>Which part of a log is wanted.</summary>
/// <param name="Since">From when on; null for all. A source that cannot tell gives more.</param>
/// <param name="Follow">True to go on with what is written from now on.</param>
internal readonly record struct LogSpan(DateTimeOffset? Since, bool Follow);
