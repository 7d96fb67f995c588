using System.Security.Cryptography;

namespace ListmonkPS.Core.Audit.Secrets;

/// <summary>
/// The key with which secrets are hashed: random, kept in the state folder, readable by its owner alone. Without it a hash says nothing of the secret, not
/// even to somebody who guesses.
/// </summary>
internal sealed class AuditKey
{
    private const int Length = 32;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly byte[] _key;

    private AuditKey(byte[] key)
    {
        _key = key;
        Id = Convert.ToHexString(SHA256.HashData(key).AsSpan(0, 4));
    }

    /// <summary>Tells keys apart without telling the key.</summary>
    public string Id { get; }

    /// <summary>The key of a file, which is made when it is missing.</summary>
    /// <param name="path">The file; its folder must be there.</param>
    /// <exception cref="FailureException">AuditKeyUnusable.</exception>
    public static AuditKey Open(string path)
    {
        try
        {
            if (!File.Exists(path)) Make(path);
            byte[] key = File.ReadAllBytes(path);
            return key.Length == Length
                ? new AuditKey(key)
                : throw new FailureException(AuditFailures.AuditKeyUnusable(path, Texts.Format("notice.audit.key-broken")));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FailureException(AuditFailures.AuditKeyUnusable(path, exception.Message), exception);
        }
    }

    /// <summary>The keyed hash of a text, in hexadecimal digits (RFC 2104).</summary>
    public string HashOf(string text) => Convert.ToHexString(HMACSHA256.HashData(_key, System.Text.Encoding.UTF8.GetBytes(text)));

    /// <summary>Another process may make it at the same time: whole files only are put in place, and the first one stays.</summary>
    private static void Make(string path)
    {
        string draft = path + "." + Guid.NewGuid().ToString("N");
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        using (FileStream file = new(draft, options)) file.Write(RandomNumberGenerator.GetBytes(Length));
        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }
}
