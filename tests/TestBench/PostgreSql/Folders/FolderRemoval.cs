using System.Diagnostics;

namespace ListmonkPS.TestBench.PostgreSql.Folders;

/// <summary>Removes a folder that somebody may still be writing into, or that another process removes at the same time.</summary>
internal static class FolderRemoval
{
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    /// <summary>Tries until the folder is gone.</summary>
    /// <exception cref="IOException">It could not be removed within 15 seconds.</exception>
    public static async Task RunAsync(string path, CancellationToken ct)
    {
        long start = Stopwatch.GetTimestamp();
        while (Directory.Exists(path))
        {
            try
            {
                Directory.Delete(path, recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException && Stopwatch.GetElapsedTime(start) < Bound)
            {
                await Task.Delay(Pause, ct); // Windows keeps files of a process that has just ended for a moment.
            }
        }
    }
}
