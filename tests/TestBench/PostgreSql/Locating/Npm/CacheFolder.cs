using ListmonkPS.TestBench.PostgreSql.Folders;
using ListmonkPS.TestBench.PostgreSql.Machine;

namespace ListmonkPS.TestBench.PostgreSql.Locating.Npm;

/// <summary>Where unpacked server programs are kept from one run to the next.</summary>
internal static class CacheFolder
{
    private const string SystemCache = "/var/cache";

    /// <summary>The user's cache folder; for root a place that the server's account can read too, which root's home is not.</summary>
    public static string For(IMachine machine)
    {
        string user = machine.Variable("XDG_CACHE_HOME") ?? SystemsOwn();
        bool readable = OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess || OpenFolder.IsOpenToOthers(user);
        return Path.Combine(readable ? user : SystemCache, "listmonkps", "postgresql");
    }

    private static string SystemsOwn()
    {
        if (OperatingSystem.IsWindows()) return Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Caches") : Path.Combine(home, ".cache");
    }
}
