using System.Security.Cryptography;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Audit.Secrets;

/// <summary>
/// The key with which secrets are hashed: random, kept in the state folder, readable by its owner alone. Without it a hash says nothing of the secret, not
/// even to somebody who guesses.
/// </summary>
internal sealed class AuditKey
{
    private const int Length = 32;

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
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="FailureException">AuditKeyUnusable.</exception>
    public static async Task<AuditKey> OpenAsync(string path, CancellationToken cancellation)
    {
        try
        {
            // Another process may make it at the same time: the first one stays, and both read it.
            if (!File.Exists(path))
                await WholeFile.WriteAsync(path, overwrite: false, ownerOnly: true, file => file.WriteAsync(RandomNumberGenerator.GetBytes(Length)).AsTask(), cancellation);
            byte[] key = await File.ReadAllBytesAsync(path, cancellation);
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
}
