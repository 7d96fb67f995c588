using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Versions;

namespace ListmonkPS.Core.Evidence.Defects;

/// <summary>Releases from a file as GitHub lists them: an array of objects with tag_name, published_at, prerelease and draft; what is not a release is passed over.</summary>
internal static class ReleaseFeed
{
    private const long MostBytes = 16 * 1024 * 1024;

    /// <summary>The releases of a file.</summary>
    /// <exception cref="FailureException">ReleaseFeedUnreadable.</exception>
    public static async Task<IReadOnlyList<Release>> ReadAsync(string path, CancellationToken cancellation)
    {
        try
        {
            if (new FileInfo(path).Length > MostBytes)
                throw Unreadable(path, "version.feed.too-large");
            string text = await File.ReadAllTextAsync(path, cancellation);
            Release[] releases = JsonNode.Parse(text) is JsonArray entries ? [.. entries.Select(ReleaseOf).OfType<Release>()] : [];
            return releases.Length > 0 ? releases : throw Unreadable(path, "version.feed.empty");
        }
        catch (JsonException)
        {
            throw Unreadable(path, "version.feed.no-json");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, exception is FileNotFoundException or DirectoryNotFoundException ? "version.feed.missing" : "version.feed.denied");
        }
    }

    private static Release? ReleaseOf(JsonNode? node) =>
        node is JsonObject entry && !IsTrue(entry["prerelease"]) && !IsTrue(entry["draft"]) && ListmonkVersion.TryParse(TextOf(entry["tag_name"])) is { IsNightly: false } version
            ? new Release(version, DateTimeOffset.TryParse(TextOf(entry["published_at"]), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset at)
                ? DateOnly.FromDateTime(at.UtcDateTime)
                : null)
            : null;

    private static bool IsTrue(JsonNode? node) => node is JsonValue value && value.TryGetValue(out bool flag) && flag;

    private static string? TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static FailureException Unreadable(string path, string reason) => new(VersionFailures.ReleaseFeedUnreadable(path, Texts.Format(reason)));
}
