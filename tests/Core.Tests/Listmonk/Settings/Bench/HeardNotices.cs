using System.Collections.Concurrent;

namespace ListmonkPS.Core.Tests.Listmonk.Settings.Bench;

/// <summary>Keeps notices, and may meddle at the moment when one comes.</summary>
internal sealed class HeardNotices : INoticeSink
{
    private readonly ConcurrentQueue<string> _warnings = new();
    private readonly ConcurrentQueue<string> _verbose = new();

    /// <summary>Called with each verbose text.</summary>
    public Action<string>? OnVerbose { get; init; }

    public IReadOnlyCollection<string> Warnings => _warnings;

    public IReadOnlyCollection<string> All => [.. _warnings, .. _verbose];

    public void Warning(string text) => _warnings.Enqueue(text);

    public void Verbose(string text)
    {
        _verbose.Enqueue(text);
        OnVerbose?.Invoke(text);
    }

    public void Progress(ProgressNotice progress)
    {
    }
}
