using ListmonkPS.TestBench.Worlds;

namespace ListmonkPS.Module.Tests.Isolation;

/// <summary>The module works beside one that ships another Npgsql, in both orders, each time after our own Npgsql has run a query.</summary>
public sealed class IsolationTests(PwshFixture pwsh)
{
    [Theory]
    [InlineData("Ours")]
    [InlineData("Foreign")]
    public async Task Both_modules_keep_their_own_library_whichever_comes_first(string first)
    {
        TwoModulesResult result = await UseAsync(first, Path.GetDirectoryName(BuildPaths.ModuleManifest)!);
        Assert.Empty(result.Clashes());
    }

    /// <summary>The test above can fail: the same module, with its private context switched off, clashes in both orders.</summary>
    [Theory]
    [InlineData("Ours", "The other module got another Npgsql than its own")]
    [InlineData("Foreign", "FileLoadException: Could not load file or assembly 'Npgsql, Version=10.")]
    public async Task Without_the_private_context_they_clash(string first, string clash)
    {
        string folder = Directory.CreateTempSubdirectory("listmonkps-unisolated-").FullName;
        try
        {
            UnisolatedLayout.Make(folder);
            TwoModulesResult result = await UseAsync(first, folder);
            Assert.Contains(result.Clashes(), found => found.Contains(clash, StringComparison.Ordinal));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<TwoModulesResult> UseAsync(string first, string moduleFolder)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await using World world = await World.CreateAsync(new WorldOptions { Subscribers = 20 }, cancellation);
        return await TwoModules.UseAsync(pwsh.Shell, first, moduleFolder, world.ConfigPath, cancellation);
    }
}
