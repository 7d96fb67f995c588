using System.Management.Automation;
using System.Threading.Channels;
using ListmonkPS.Shell.Errors;

namespace ListmonkPS.Shell.Bridge;

/// <summary>
/// One piece of Core's work. It runs on the thread pool; what it has to say goes through one channel to the pipeline thread, which alone may write.
/// </summary>
/// <param name="activityId">Number of its progress bar.</param>
internal sealed class Work(int activityId) : INoticeSink, IDisposable
{
    /// <summary>Objects that may wait for the pipeline before the work stands still: memory stays flat however slow the reader is.</summary>
    private const int Capacity = 256;

    /// <summary>Objects of a stream that cross over at a time: one by one, the crossing costs more than the object.</summary>
    private const int PageSize = 500;

    /// <summary>Pages of a stream that may wait for the pipeline.</summary>
    private const int PagesWaiting = 4;

    private readonly Channel<Action<Cmdlet>> _channel = Channel.CreateUnbounded<Action<Cmdlet>>(new UnboundedChannelOptions { SingleReader = true });

    // Only objects wait for room. A notice never does: Core would stand still inside a deadline and take a slow reader for a slow server.
    private readonly SemaphoreSlim _room = new(Capacity);
    private readonly SemaphoreSlim _pageRoom = new(PagesWaiting);
    private readonly ProgressDisplay _progress = new(activityId, TimeProvider.System);

    /// <summary>Ends when the work has ended, never with an exception.</summary>
    public Task Ended { get; private set; } = Task.CompletedTask;

    /// <summary>Begins the work on the thread pool.</summary>
    /// <param name="body">The work.</param>
    /// <param name="before">What must have ended before.</param>
    /// <param name="stop">Ends it.</param>
    public void Start(Func<Work, CancellationToken, Task> body, Task before, CancellationToken stop) =>
        Ended = Task.Run(() => RunAsync(body, before, stop), CancellationToken.None);

    /// <inheritdoc/>
    public void Warning(string text) => Post(cmdlet => cmdlet.WriteWarning(text));

    /// <inheritdoc/>
    public void Verbose(string text) => Post(cmdlet => cmdlet.WriteVerbose(text));

    /// <inheritdoc/>
    public void Progress(ProgressNotice progress)
    {
        if (_progress.IsDue(progress))
            Post(cmdlet => _progress.Show(cmdlet, progress));
    }

    /// <summary>Reports one failure as its own error record; the work goes on.</summary>
    public void Fail(Failure failure) => Post(cmdlet => cmdlet.WriteError(ErrorRecords.From(failure)));

    /// <summary>Emits an object, as soon as there is room for it.</summary>
    public ValueTask EmitAsync(object? item, CancellationToken stop) => OnPipelineAsync(cmdlet => cmdlet.WriteObject(item), stop);

    /// <summary>Emits an object without waiting for room: for what comes more slowly than anybody reads.</summary>
    public void Emit(object item) => Post(cmdlet => cmdlet.WriteObject(item));

    /// <summary>Emits objects one by one.</summary>
    public async Task EmitAllAsync<T>(IEnumerable<T> items, CancellationToken stop)
    {
        foreach (T item in items)
            await EmitAsync(item, stop);
    }

    /// <summary>Emits objects as they come, several at a time; never keeps one back while it waits for the next.</summary>
    public async Task EmitStreamAsync<T>(IAsyncEnumerable<T> items, CancellationToken stop)
    {
        List<T> page = [];
        await using IAsyncEnumerator<T> source = items.GetAsyncEnumerator(stop);
        while (true)
        {
            ValueTask<bool> next = source.MoveNextAsync();
            if (page.Count == PageSize || (page.Count > 0 && !next.IsCompleted))
            {
                await EmitPageAsync(page, stop);
                page = new List<T>(PageSize);
            }

            if (!await next)
                break;
            page.Add(source.Current);
        }

        if (page.Count > 0)
            await EmitPageAsync(page, stop);
    }

    /// <summary>Does something on the pipeline thread, in the order of what is emitted.</summary>
    public async ValueTask OnPipelineAsync(Action<Cmdlet> action, CancellationToken stop)
    {
        await _room.WaitAsync(stop);
        Post(cmdlet =>
        {
            _room.Release();
            action(cmdlet);
        });
    }

    /// <summary>Asks whether a change shall be made (-WhatIf, -Confirm), and waits for the answer.</summary>
    /// <param name="target">What will be changed.</param>
    /// <param name="action">What will be done.</param>
    /// <param name="stop">Ends the wait.</param>
    public Task<bool> ShouldProcessAsync(string target, string action, CancellationToken stop)
    {
        TaskCompletionSource<bool> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(cmdlet => answer.SetResult(cmdlet.ShouldProcess(target, action)));
        return answer.Task.WaitAsync(stop);
    }

    /// <summary>Asks whether a change shall be made that needs more than one line to be told, and waits for the answer.</summary>
    /// <param name="description">What would be done: what -WhatIf and -Verbose show.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="caption">Head of the question.</param>
    /// <param name="stop">Ends the wait.</param>
    public Task<bool> ShouldProcessAsync(string description, string question, string caption, CancellationToken stop)
    {
        TaskCompletionSource<bool> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(cmdlet => answer.SetResult(cmdlet.ShouldProcess(description, question, caption)));
        return answer.Task.WaitAsync(stop);
    }

    /// <summary>Carries all that the work says to the pipeline until it ends; on the pipeline thread only.</summary>
    /// <exception cref="OperationCanceledException">The token ended the wait.</exception>
    public void Drain(Cmdlet cmdlet, CancellationToken stop)
    {
        while (_channel.Reader.WaitToReadAsync(stop).AsTask().GetAwaiter().GetResult())
            DrainReady(cmdlet);
        DrainReady(cmdlet);
    }

    /// <summary>Carries to the pipeline what is there already; on the pipeline thread only.</summary>
    public void DrainReady(Cmdlet cmdlet)
    {
        while (_channel.Reader.TryRead(out Action<Cmdlet>? message))
            message(cmdlet);
        if (_channel.Reader.Completion.IsCompleted)
            _progress.Close(cmdlet);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _room.Dispose();
        _pageRoom.Dispose();
    }

    private async ValueTask EmitPageAsync<T>(List<T> page, CancellationToken stop)
    {
        await _pageRoom.WaitAsync(stop);
        Post(cmdlet =>
        {
            _pageRoom.Release();
            cmdlet.WriteObject(page, enumerateCollection: true);
        });
    }

    /// <summary>After the end nobody listens, so what is said then is dropped.</summary>
    private void Post(Action<Cmdlet> message) => _channel.Writer.TryWrite(message);

    private async Task RunAsync(Func<Work, CancellationToken, Task> body, Task before, CancellationToken stop)
    {
        try
        {
            await before.WaitAsync(stop);
            await body(this, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Ctrl+C, or the pipeline has enough: the one who waits already knows.
        }
#pragma warning disable CA1031 // Whatever Core throws becomes one error record; an unobserved task would lose it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Post(cmdlet => cmdlet.WriteError(ErrorRecords.From(exception)));
        }
        finally
        {
            _channel.Writer.Complete();
        }
    }
}
