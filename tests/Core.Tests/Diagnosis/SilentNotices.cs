namespace ListmonkPS.Core.Tests.Diagnosis;

/// <summary>Takes notices and forgets them.</summary>
internal sealed class SilentNotices : INoticeSink
{
    public void Warning(string text)
    {
    }

    public void Verbose(string text)
    {
    }

    public void Progress(ProgressNotice progress)
    {
    }
}
