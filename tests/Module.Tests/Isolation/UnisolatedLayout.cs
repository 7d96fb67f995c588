namespace ListmonkPS.Module.Tests.Isolation;

/// <summary>The module as the build assembled it, but for its cmdlets' assembly: the one that has no private context (tests/UnisolatedModule).</summary>
internal static class UnisolatedLayout
{
    /// <summary>Copies it into a folder.</summary>
    public static void Make(string folder)
    {
        string module = Path.GetDirectoryName(BuildPaths.ModuleManifest)!;
        foreach (string file in Directory.EnumerateFiles(module, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(folder, Path.GetRelativePath(module, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        File.Copy(BuildPaths.UnisolatedAssembly, Path.Combine(folder, "ListmonkPS.dll"), overwrite: true);
    }
}
