namespace ListmonkPS.Core.Listmonk.Database.Health;

/// <summary>How much room is left where a database keeps its data, if that is on this machine.</summary>
internal static class DataSpace
{
    /// <summary>Bytes; null when it is elsewhere, or cannot be told.</summary>
    /// <param name="place">host:port/name, or the folder of a socket.</param>
    /// <param name="folder">Data folder that the server names; null when it does not.</param>
    public static long? Left(string place, string? folder)
    {
        bool isHere = place.StartsWith("localhost", StringComparison.OrdinalIgnoreCase) || place.StartsWith("127.", StringComparison.Ordinal)
            || place.StartsWith("[::1]", StringComparison.Ordinal) || place.StartsWith('/');
        // A server in a container names a folder that may exist here, too: it must hold the file that each data folder has, or nothing is known.
        if (!isHere || folder is null || !File.Exists(Path.Combine(folder, "PG_VERSION")))
            return null;
        try
        {
            return new DriveInfo(folder).AvailableFreeSpace;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null; // a drive that does not tell: nothing is known, and the test says so
        }
    }
}
