namespace ListmonkPS.Core.Tests.Listmonk.Connecting;

/// <summary>Keeps what Core tells.</summary>
internal sealed class RecordedNotices : INoticeSink
{
    private readonly Lock _lock = new();

    public List<string> Warnings { get; } = [];

    public List<string> Verboses { get; } = [];

    public List<ProgressNotice> Notices { get; } = [];

    public void Warning(string text) => Add(Warnings, text);

    public void Verbose(string text) => Add(Verboses, text);

    public void Progress(ProgressNotice progress) => Add(Notices, progress);

    private void Add<T>(List<T> list, T item)
    {
        lock (_lock)
            list.Add(item);
    }
}
