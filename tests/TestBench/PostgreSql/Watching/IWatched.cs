namespace ListmonkPS.TestBench.PostgreSql.Watching;

/// <summary>What a watchdog has made for the process that it watches. Its disposal leaves nothing behind.</summary>
internal interface IWatched : IAsyncDisposable
{
    /// <summary>What the other process must know of it, on one line.</summary>
    string Report { get; }
}
