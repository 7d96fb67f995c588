namespace ListmonkPS.TestBench.PostgreSql.Folders;

/// <summary>Whether another user of the machine gets as far as a folder: root's own places are mostly closed to the server's account.</summary>
internal static class OpenFolder
{
    /// <summary>True when every part of the path that exists may be entered by others.</summary>
    public static bool IsOpenToOthers(string path)
    {
        if (OperatingSystem.IsWindows()) return true;
        for (DirectoryInfo? part = new(Path.GetFullPath(path)); part is not null; part = part.Parent)
        {
            if (part.Exists && !part.UnixFileMode.HasFlag(UnixFileMode.OtherExecute)) return false;
        }

        return true;
    }
}
