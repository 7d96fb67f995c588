using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Listmonk.Configuration;

/// <summary>Reads a small text file that may be anything: missing, huge, a directory, a pipe that nobody writes to.</summary>
/// <param name="time">Clock.</param>
internal sealed class FileText(TimeProvider time)
{
    private const int MaxLength = 1024 * 1024;

    /// <summary>The text of a file.</summary>
    /// <param name="path">Full path.</param>
    /// <param name="bound">Longest wait: opening a pipe or a file on a dead share may never return.</param>
    /// <param name="unreadable">Makes the failure of a file that cannot be read, from the reason in words.</param>
    /// <param name="missing">Makes the failure of a file that is not there; null when that is a reason like any other.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="FailureException">The file cannot be read.</exception>
    public Task<string> ReadAsync(
        string path, TimeSpan bound, Func<string, Failure> unreadable, Func<Failure>? missing, CancellationToken cancellation) => Deadline.RunAsync(
        bound,
        time,
        () => unreadable(Texts.Format("failure.reason.late", bound.TotalSeconds)),
        token => Task.Run(() => ReadAsync(path, unreadable, missing, token), token),
        cancellation);

    private static async Task<string> ReadAsync(string path, Func<string, Failure> unreadable, Func<Failure>? missing, CancellationToken cancellation)
    {
        try
        {
            using StreamReader reader = new(path);
            char[] text = new char[MaxLength + 1];
            int length = await reader.ReadBlockAsync(text, cancellation);
            return length <= MaxLength ? new string(text, 0, length) : throw Unreadable("failure.reason.too-large");
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw missing is null ? Unreadable("failure.reason.no-file", exception) : new FailureException(missing(), exception);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw Unreadable(Directory.Exists(path) ? "failure.reason.is-directory" : "failure.reason.access-denied", exception);
        }
        catch (IOException exception)
        {
            throw Unreadable("failure.reason.read-failed", exception);
        }

        FailureException Unreadable(string reason, Exception? cause = null) => new(unreadable(Texts.Format(reason)), cause);
    }
}
