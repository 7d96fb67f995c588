using System.Security.Cryptography;
using System.Text;

namespace ListmonkPS.Core.Resend.Ledger.Journal;

/// <summary>Where journals are: a folder a server, a file a run. Names that may hold anything become hashes.</summary>
/// <param name="root">Folder of all journals.</param>
/// <param name="server">Key of the server.</param>
internal sealed class JournalFolder(string root, string server)
{
    private const string Extension = ".journal";

    /// <summary>Folder of the server.</summary>
    public string Path { get; } = System.IO.Path.Combine(root, "server-" + Hash(server));

    /// <summary>File whose holder may write for this server.</summary>
    public string LockPath => System.IO.Path.Combine(Path, "writer.lock");

    /// <summary>File of a run; its name is checked before: letters, digits, dots, dashes, underscores.</summary>
    public string FileOf(string run) => System.IO.Path.Combine(Path, run + Extension);

    /// <summary>File by whose being there another process asks the run to stop.</summary>
    public string StopFileOf(string run) => System.IO.Path.Combine(Path, run + ".stop");

    /// <summary>File whose holder may use an account.</summary>
    public string AccountLockPath(string account) => System.IO.Path.Combine(root, "accounts", Hash(account) + ".lock");

    /// <summary>The journals of this server.</summary>
    public IReadOnlyList<string> Files() => Directory.Exists(Path) ? Directory.GetFiles(Path, "*" + Extension) : [];

    /// <summary>The journals of all servers that were written to at or after a time.</summary>
    public IReadOnlyList<string> FilesSince(DateTimeOffset since) => !Directory.Exists(root) ? [] :
    [
        .. Directory.GetFiles(root, "*" + Extension, SearchOption.AllDirectories).Where(file => File.GetLastWriteTimeUtc(file) >= since.UtcDateTime),
    ];

    private static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
}
