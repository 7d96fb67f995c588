namespace ListmonkPS;

/// <summary>What is known of releases that this module does not know yet.</summary>
public sealed record VersionTestRequest
{
    /// <summary>The newest release; null for what the module knows.</summary>
    public string? LatestVersion { get; init; }

    /// <summary>File with releases as GitHub lists them (JSON; tag_name, published_at, prerelease); null for none.</summary>
    public string? FeedPath { get; init; }
}
