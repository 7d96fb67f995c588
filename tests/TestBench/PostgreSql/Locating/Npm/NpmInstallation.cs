using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using ListmonkPS.TestBench.PostgreSql.Folders;
using ListmonkPS.TestBench.PostgreSql.Machine;

namespace ListmonkPS.TestBench.PostgreSql.Locating.Npm;

/// <summary>
/// Fetches a package and unpacks it. All is made in a folder of this process and then renamed, so that nobody ever sees half a package, and
/// of two processes that fetch at once the first to end wins.
/// </summary>
/// <param name="machine">Runs npm.</param>
/// <param name="npm">The npm client; the registry is the one that it is set up with.</param>
/// <param name="package">What to fetch.</param>
/// <param name="target">The folder that the package becomes.</param>
internal sealed class NpmInstallation(IMachine machine, string npm, NpmPackage package, string target)
{
    private const string StagingPrefix = "unpacking-";

    /// <summary>Does it; returns null, or as a sentence why the package could not be had.</summary>
    public async Task<string?> RunAsync(CancellationToken ct)
    {
        string cache = Directory.CreateDirectory(Path.GetDirectoryName(target)!).FullName;
        await ClaimedFolder.SweepAsync(cache, StagingPrefix, FolderRemoval.RunAsync, ct);
        using ClaimedFolder staging = ClaimedFolder.Claim(ClaimedFolder.NewPath(cache, StagingPrefix));
        try
        {
            return await InstallAsync(staging.Path, ct);
        }
        finally
        {
            await FolderRemoval.RunAsync(staging.Path, CancellationToken.None);
        }
    }

    private async Task<string?> InstallAsync(string staging, CancellationToken ct)
    {
        if (await FetchAsync(staging, ct) is string trouble) return $"npm could not fetch {package.Specification}: {trouble}";
        if (Directory.GetFiles(staging, "*.tgz") is not [string archive]) return $"npm fetched no file for {package.Specification}.";
        if (!await IsKnownAsync(archive, ct)) return $"What npm fetched for {package.Specification} is not the known file: its SHA-512 differs.";

        await UnpackAsync(archive, staging, ct);
        string unpacked = Path.Combine(staging, "package"); // npm keeps everything of a package under this name.
        PackedLinks.Make(unpacked);
        Publish(unpacked);
        return null;
    }

    private async Task<string?> FetchAsync(string folder, CancellationToken ct)
    {
        // One retry: by default npm waits a minute and more before it admits that there is no network.
        string[] arguments = ["pack", package.Specification, "--pack-destination", folder, "--ignore-scripts", "--fetch-retries=1"];
        try
        {
            ProgramOutput packed = await machine.RunAsync(npm, arguments, folder, ct);
            return packed.ExitCode == 0 ? null : packed.Error;
        }
        catch (TimeoutException e)
        {
            return e.Message;
        }
    }

    private async Task<bool> IsKnownAsync(string archive, CancellationToken ct)
    {
        await using FileStream file = File.OpenRead(archive);
        return Convert.ToBase64String(await SHA512.HashDataAsync(file, ct)) == package.Integrity;
    }

    private static async Task UnpackAsync(string archive, string folder, CancellationToken ct)
    {
        await using FileStream file = File.OpenRead(archive);
        await using GZipStream plain = new(file, CompressionMode.Decompress);
        await TarFile.ExtractToDirectoryAsync(plain, folder, overwriteFiles: false, ct);
    }

    private void Publish(string unpacked)
    {
        try
        {
            Directory.Move(unpacked, target);
        }
        catch (IOException) when (Directory.Exists(target))
        {
            // Another process was first: its package is the same file.
        }
    }
}
