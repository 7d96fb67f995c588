using ListmonkPS.TestBench.PostgreSql.Folders;

namespace ListmonkPS.TestBench.PostgreSql.Running;

/// <summary>Where clusters are put: in memory when there is enough of it, else in the temp folder.</summary>
internal static class ClusterParent
{
    private const string Memory = "/dev/shm";
    private const string LastResort = "/var/tmp";
    private const long Enough = 2L << 30; // A cluster has 40 MB and each database 8 MB; the rest is for what tests put into them.

    /// <summary>The folder.</summary>
    /// <param name="otherAccount">Whether another account than ours must get in.</param>
    public static string Choose(bool otherAccount)
    {
        if (OperatingSystem.IsLinux() && Directory.Exists(Memory) && IsForAll(Memory) && new DriveInfo(Memory).AvailableFreeSpace >= Enough)
        {
            return Memory;
        }

        string temp = Path.GetTempPath();
        return !otherAccount || OpenFolder.IsOpenToOthers(temp) ? temp : LastResort;
    }

    private static bool IsForAll(string folder) =>
        !OperatingSystem.IsWindows() && File.GetUnixFileMode(folder).HasFlag(UnixFileMode.OtherWrite | UnixFileMode.OtherExecute);
}
