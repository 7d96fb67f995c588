namespace ListmonkPS.Core.Listmonk.Settings.Reloading;

/// <summary>The folder in which this module keeps its state: LISTMONKPS_HOME, else listmonkps below XDG_STATE_HOME or the user's local application data.</summary>
internal static class StateFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>For a user without a home, as some services have.</summary>
    private const string SystemFolder = "/var/lib/listmonkps";

    /// <summary>The folder of this process. Local application data is not looked at for being there: on a bare server it is not, yet.</summary>
    public static string Find() => Find(
        Environment.GetEnvironmentVariable,
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify));

    /// <summary>Full path of the folder, which need not exist.</summary>
    /// <param name="environment">Gives the value of an environment variable.</param>
    /// <param name="localData">The user's local application data; empty when there is none.</param>
    public static string Find(Func<string, string?> environment, string localData) =>
        environment("LISTMONKPS_HOME") is { Length: > 0 } home ? Path.GetFullPath(home)
        : environment("XDG_STATE_HOME") is { Length: > 0 } state && Path.IsPathFullyQualified(state) ? Path.Combine(state, "listmonkps") // a relative one is to be ignored
        : localData.Length > 0 ? Path.Combine(localData, "listmonkps")
        : SystemFolder;

    /// <summary>Makes the folder, for its owner alone.</summary>
    public static void Create(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder); // local application data is the user's own there
        else Directory.CreateDirectory(folder, OwnerOnly);
    }
}
