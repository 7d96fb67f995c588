using System.Text;

namespace ListmonkPS.Core.Evidence.Sender;

/// <summary>The header fields of a mail file, unfolded (RFC 5322 2.2.3); the body is not read.</summary>
internal static class MailHeaders
{
    /// <summary>No mail server takes headers of this size.</summary>
    private const int Largest = 1024 * 1024;

    /// <summary>Reads the fields, top to bottom.</summary>
    /// <exception cref="FailureException">The file cannot be read, or does not begin with header fields.</exception>
    public static async Task<IReadOnlyList<(string Name, string Value)>> ReadAsync(string path, CancellationToken cancellation)
    {
        List<(string Name, StringBuilder Value)> fields = [];
        try
        {
            using StreamReader reader = new(path, Encoding.Latin1);
            int read = 0;
            while (await reader.ReadLineAsync(cancellation) is { Length: > 0 } line && (read += line.Length) < Largest)
            {
                int colon = line.IndexOf(':', StringComparison.Ordinal);
                if (line[0] is ' ' or '\t' && fields.Count > 0)
                    fields[^1].Value.Append(line);
                else if (colon > 0)
                    fields.Add((line[..colon].TrimEnd(), new StringBuilder(line[(colon + 1)..])));
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FailureException(DnsFailures.MailUnreadable(path), exception);
        }

        return fields.Count > 0
            ? [.. fields.Select(field => (field.Name, field.Value.ToString().Trim()))]
            : throw new FailureException(DnsFailures.MailUnreadable(path));
    }
}
