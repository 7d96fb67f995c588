using System.Management.Automation;
using ListmonkPS.Shell.Bridge;
using ListmonkPS.Shell.Errors;
using ListmonkPS.Shell.Loading;

namespace ListmonkPS.Shell;

/// <summary>What all cmdlets of the module share: the way to Core, work beside the pipeline thread, and an end within a second on Ctrl+C.</summary>
public abstract class ListmonkCmdlet : PSCmdlet, IDisposable
{
    private readonly WorkQueue _works;

    /// <summary>Makes the cmdlet.</summary>
    protected ListmonkCmdlet() => _works = new WorkQueue(this);

    /// <summary>All that the module can do; loaded at first use, so ask for it inside a work.</summary>
    private protected static IListmonkCore Core => CoreEntry.Core;

    /// <inheritdoc/>
    protected override void StopProcessing() => _works.Stop();

    /// <inheritdoc/>
    protected override void EndProcessing() => _works.Drain();

    /// <summary>Ends what still runs.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends what still runs.</summary>
    /// <param name="disposing">True when called by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            _works.Dispose();
    }

    /// <summary>Begins a piece of work on the thread pool and writes what is ready; the rest is written in EndProcessing.</summary>
    /// <param name="body">The work.</param>
    private protected void Start(Func<Work, CancellationToken, Task> body)
    {
        _works.Start(body);
        _works.DrainReady();
    }

    /// <summary>Waits for every work that was begun and writes what it says.</summary>
    private protected void Drain() => _works.Drain();

    /// <summary>The full path of a file, which need not exist; an error, and null, when it is none of the file system.</summary>
    /// <param name="path">Path as given.</param>
    private protected string? FileOf(string path)
    {
        string full = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
        if (provider.Name == "FileSystem")
            return full;
        WriteFailure(ShellFailures.PathNotFile(path));
        return null;
    }

    /// <summary>The full paths of the files that a path with or without wildcards means; an error, and none, when there is no such file.</summary>
    /// <param name="path">Path as given.</param>
    private protected IReadOnlyList<string> FilesOf(string path)
    {
        if (!WildcardPattern.ContainsWildcardCharacters(path) || File.Exists(path))
            return FileOf(path) is { } file ? [file] : [];
        try
        {
            if (SessionState.Path.GetResolvedProviderPathFromPSPath(path, out ProviderInfo provider) is { Count: > 0 } found && provider.Name == "FileSystem")
                return found;
        }
        catch (ItemNotFoundException)
        {
            // Nothing matches, as with an empty answer.
        }

        WriteFailure(LogFailures.LogNotFound(path));
        return [];
    }

    /// <summary>Reports a failure; the cmdlet goes on.</summary>
    /// <param name="failure">What went wrong.</param>
    private protected void WriteFailure(Failure failure) => WriteError(ErrorRecords.From(failure));

    /// <summary>Reports a failure with its cause, which Get-Error shows; the cmdlet goes on.</summary>
    /// <param name="carrier">The failure, thrown.</param>
    private protected void WriteFailure(FailureException carrier) => WriteError(ErrorRecords.From(carrier));
}
