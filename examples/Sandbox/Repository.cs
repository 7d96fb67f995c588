namespace ListmonkPS.Sandbox;

/// <summary>The checkout that the sandbox was built from.</summary>
internal static class Repository
{
    /// <summary>Its root folder.</summary>
    public static string Root { get; } = Find();

    /// <summary>The manifest of the built module.</summary>
    public static string ModuleManifest => Path.Combine(Root, "artifacts", "ListmonkPS", "ListmonkPS.psd1");

    private static string Find()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ListmonkPS.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The sandbox runs from a checkout of ListmonkPS; there is no ListmonkPS.sln above it.");
    }
}
