using System.Text;

namespace ListmonkPS.Core.Listmonk.Api;

/// <summary>Reads a body that may never end.</summary>
internal static class BoundedBody
{
    /// <summary>Largest body that is read. The largest honest one is a whole export of subscribers.</summary>
    public const int MaxMebibytes = 64;

    private const int MaxBytes = MaxMebibytes * 1024 * 1024;

    /// <summary>The body as text, bytes that are no UTF-8 replaced; null when it is larger than the bound.</summary>
    public static async Task<string?> ReadAsync(HttpContent content, CancellationToken cancellation)
    {
        await using Stream stream = await content.ReadAsStreamAsync(cancellation);
        using MemoryStream body = new();
        byte[] chunk = new byte[16 * 1024];
        for (int count; (count = await stream.ReadAsync(chunk, cancellation)) > 0;)
        {
            if (body.Length + count > MaxBytes)
                return null;
            body.Write(chunk, 0, count);
        }

        return Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length);
    }
}
