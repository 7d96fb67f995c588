using ListmonkPS.Core.Dns.Dkim;

namespace ListmonkPS.Core.Evidence.Sender;

/// <summary>The keys that a mail's DKIM-Signature headers name.</summary>
internal static class MailSignatures
{
    /// <summary>One query for each signature that names a domain and a selector, top to bottom.</summary>
    /// <exception cref="FailureException">The file cannot be read, or has no such signature.</exception>
    public static async Task<IReadOnlyList<DkimQuery>> ReadAsync(string path, CancellationToken cancellation)
    {
        IReadOnlyList<DkimQuery> queries = Read(await MailHeaders.ReadAsync(path, cancellation));
        return queries.Count > 0 ? queries : throw new FailureException(DnsFailures.MailUnsigned(path));
    }

    /// <summary>The same from header fields; empty for a mail without signatures.</summary>
    public static IReadOnlyList<DkimQuery> Read(IReadOnlyList<(string Name, string Value)> fields) =>
    [
        .. fields
            .Where(field => field.Name.Equals("DKIM-Signature", StringComparison.OrdinalIgnoreCase))
            .Select(field => DkimTagList.Parse(field.Value).List)
            .OfType<DkimTagList>()
            .Where(tags => DkimQuery.CanBeMade(tags.Find("d"), tags.Find("s")))
            .Select(tags => DkimQuery.Create(tags.Find("d")!, tags.Find("s")!) with { Algorithm = tags.Find("a"), Identity = tags.Find("i") }),
    ];
}
