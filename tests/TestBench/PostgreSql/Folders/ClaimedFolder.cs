namespace ListmonkPS.TestBench.PostgreSql.Folders;

/// <summary>
/// A folder that belongs to a living process. Beside it lies a lock file that the process holds open, and the system lets go of the lock
/// when the process ends, however it ends. A lock tells more than a process id: ids come again, and mean nothing between containers that
/// share a temp folder.
/// </summary>
internal sealed class ClaimedFolder : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly FileStream _claim;

    private ClaimedFolder(string path, FileStream claim)
    {
        Path = path;
        _claim = claim;
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>A path that nobody has: the prefix and a random number of 64 bits.</summary>
    public static string NewPath(string parent, string prefix) =>
        System.IO.Path.Combine(parent, prefix + Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(8)));

    /// <summary>The lock file of a folder.</summary>
    public static string LockOf(string path) => path + ".lock";

    /// <summary>Makes the folder and claims it. The lock comes first, so that no folder is ever seen without one.</summary>
    /// <exception cref="IOException">The folder or its lock is there already.</exception>
    public static ClaimedFolder Claim(string path)
    {
        FileStream claim = new(LockOf(path), LockOptions(FileMode.CreateNew));
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
        }

        return new ClaimedFolder(path, claim);
    }

    /// <summary>Removes the folders of this prefix whose process is dead; those of living processes are not touched.</summary>
    /// <param name="parent">Where the folders are.</param>
    /// <param name="prefix">How their names begin.</param>
    /// <param name="remove">Removes one folder, with whatever still uses it; must put up with a folder that another removes as well.</param>
    /// <param name="ct">Ends the sweep.</param>
    public static async Task SweepAsync(string parent, string prefix, Func<string, CancellationToken, Task> remove, CancellationToken ct)
    {
        foreach (string path in Directory.GetDirectories(parent, prefix + "*"))
        {
            using FileStream? claim = TryTake(LockOf(path));
            if (claim is not null) await remove(path, ct);
        }
    }

    /// <summary>Gives the claim up: from now on the folder counts as left behind.</summary>
    public void Dispose() => _claim.Dispose();

    private static FileStream? TryTake(string path)
    {
        try
        {
            return new FileStream(path, LockOptions(FileMode.OpenOrCreate));
        }
        catch (IOException)
        {
            return null; // Held: the process lives, or another sweeps it at this moment.
        }
    }

    private static FileStreamOptions LockOptions(FileMode mode)
    {
        FileStreamOptions options = new()
        {
            Mode = mode,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        return options;
    }
}
