namespace ListmonkPS.Core.Listmonk.Settings.Reloading;

/// <summary>The server's log from before a change.</summary>
/// <param name="Lines">Its lines, oldest first; null when it could not be read.</param>
/// <param name="Path">File in which it was saved; null when there was nothing to save.</param>
internal sealed record SavedLog(IReadOnlyList<string>? Lines, string? Path)
{
    /// <summary>No log at all.</summary>
    public static SavedLog None { get; } = new(null, null);
}
