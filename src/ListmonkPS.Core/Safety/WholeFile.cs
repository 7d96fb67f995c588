namespace ListmonkPS.Core.Safety;

/// <summary>Files that others see whole or not at all: they are written under another name, which is exchanged for their own when they are on disk.</summary>
internal static class WholeFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Writes a file. After a failure, and when the work is ended, what was there before is there still and nothing else.</summary>
    /// <param name="path">The file.</param>
    /// <param name="overwrite">True to replace one that is there; false to leave it.</param>
    /// <param name="ownerOnly">True when nobody but its owner may read it.</param>
    /// <param name="write">Writes what is in it.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>False when one is there that is not to be replaced.</returns>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The right to write it is missing.</exception>
    public static async Task<bool> WriteAsync(string path, bool overwrite, bool ownerOnly, Func<FileStream, Task> write, CancellationToken cancellation)
    {
        string draft = $"{path}.{Guid.NewGuid():N}";
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (ownerOnly && !OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        try
        {
            await using (FileStream file = new(draft, options))
            {
                await write(file);
                file.Flush(flushToDisk: true);
            }

            cancellation.ThrowIfCancellationRequested();
            return TryPlace(draft, path, overwrite);
        }
        finally
        {
            if (File.Exists(draft)) File.Delete(draft);
        }
    }

    /// <summary>Gives a file that is on disk its name, in one step; when it returns, the name is on disk too.</summary>
    /// <param name="draft">The file as it is named now, in the same folder.</param>
    /// <param name="path">As it is to be named.</param>
    /// <param name="overwrite">True to replace one that is there; false to leave it: of many at once, one then succeeds.</param>
    /// <returns>False when one is there that is not to be replaced; the draft is then left.</returns>
    /// <exception cref="IOException">The file cannot be renamed.</exception>
    /// <exception cref="UnauthorizedAccessException">The right to rename it is missing.</exception>
    public static bool TryPlace(string draft, string path, bool overwrite)
    {
        try
        {
            // Without the link, File.Move looks whether the name is free and takes it afterwards, on all systems but Windows.
            if (!overwrite && !OperatingSystem.IsWindows() && PosixFile.TryLink(draft, path))
                File.Delete(draft);
            else
#pragma warning disable RS0030 // the one place that may
                File.Move(draft, path, overwrite);
#pragma warning restore RS0030
        }
        catch (IOException) when (!overwrite && File.Exists(path) && File.Exists(draft))
        {
            return false;
        }

        if (!OperatingSystem.IsWindows()) PosixFile.FlushFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
        return true;
    }
}
