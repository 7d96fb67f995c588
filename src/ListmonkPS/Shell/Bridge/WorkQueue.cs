using System.Management.Automation;

namespace ListmonkPS.Shell.Bridge;

/// <summary>The works of one cmdlet, one a session: a few run side by side, what they say comes out in the order in which they were started.</summary>
/// <param name="cmdlet">The cmdlet that writes.</param>
internal sealed class WorkQueue(Cmdlet cmdlet) : IDisposable
{
    private const int SideBySide = 4;

    /// <summary>Number of the first progress bar; far from the small numbers that scripts use.</summary>
    private const int FirstActivityId = 714_000_000;

    /// <summary>How long a stopped cmdlet waits for Core to let go: Ctrl+C must be obeyed within a second.</summary>
    private static readonly TimeSpan StopBound = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource _stop = new();
    private readonly List<Work> _works = [];
    private int _drained;
    private bool _hasWaited;
    private bool _isDisposed;

    /// <summary>Begins a work; it runs as soon as the one four places before it has ended, so the oldest can never wait for a younger one.</summary>
    /// <param name="body">The work; its token is cancelled by Ctrl+C and when the pipeline has enough.</param>
    public void Start(Func<Work, CancellationToken, Task> body)
    {
        Work work = new(FirstActivityId + _works.Count);
        Task before = _works.Count < SideBySide ? Task.CompletedTask : _works[^SideBySide].Ended;
        _works.Add(work);
        work.Start(body, before, _stop.Token);
    }

    /// <summary>Writes what is there, without waiting.</summary>
    public void DrainReady() => Write(() =>
    {
        bool ended = true;
        while (ended && _drained < _works.Count)
        {
            Work work = _works[_drained];
            ended = work.Ended.IsCompleted;
            work.DrainReady(cmdlet);
            if (ended)
                _drained++;
        }
    });

    /// <summary>Writes everything, until each work has ended.</summary>
    public void Drain() => Write(() =>
    {
        for (; _drained < _works.Count; _drained++)
            _works[_drained].Drain(cmdlet, _stop.Token);
    });

    /// <summary>Tells every work to end; from any thread.</summary>
    public void Stop()
    {
        lock (_works)
        {
            if (!_isDisposed)
                _stop.Cancel();
        }
    }

    /// <summary>Ends what still runs and waits for it, bounded.</summary>
    public void Dispose()
    {
        if (_isDisposed)
            return;
        StopAndWait();
        lock (_works)
        {
            _isDisposed = true;
            _stop.Dispose();
        }

        _works.ForEach(work => work.Dispose());
    }

    // Whatever else leaves the loop - Ctrl+C, Select-Object -First, ErrorAction Stop, an error downstream - is passed on untouched,
    // after Core has let go of its query.
    private void Write(Action drain)
    {
        bool isDone = false;
        try
        {
            drain();
            isDone = true;
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        finally
        {
            if (!isDone)
                StopAndWait();
        }
    }

    private void StopAndWait()
    {
        Stop();
        if (_hasWaited)
            return;
        _hasWaited = true;
        Task.WaitAll([.. _works.Select(work => work.Ended)], StopBound);
    }
}
