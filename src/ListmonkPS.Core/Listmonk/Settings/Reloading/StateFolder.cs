namespace ListmonkPS.Core.Listmonk.Settings.Reloading;

/// <summary>The folder in which this module keeps its state: LISTMONKPS_HOME, else listmonkps below XDG_STATE_HOME or the user's local application data.</summary>
internal static class StateFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Full path of the folder, which need not exist.</summary>
    /// <param name="environment">Gives the value of an environment variable.</param>
    /// <param name="localData">The user's local application data; empty when there is none.</param>
    public static string Find(Func<string, string?> environment, string localData) =>
        environment("LISTMONKPS_HOME") is { Length: > 0 } home ? Path.GetFullPath(home)
        : environment("XDG_STATE_HOME") is { Length: > 0 } state && Path.IsPathFullyQualified(state) ? Path.Combine(state, "listmonkps") // a relative one is to be ignored
        : Path.Combine(localData, "listmonkps");

    /// <summary>Makes the folder, for its owner alone.</summary>
    public static void Create(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder); // local application data is the user's own there
        else Directory.CreateDirectory(folder, OwnerOnly);
    }
}
