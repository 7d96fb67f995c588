namespace ListmonkPS;

/// <summary>Takes what Core has to tell while it works; may be called from any thread. All text is harmless and without secrets.</summary>
public interface INoticeSink
{
    /// <summary>Something the operator should know.</summary>
    /// <param name="text">One sentence from the notice resources.</param>
    void Warning(string text);

    /// <summary>Something that helps to follow what is done.</summary>
    /// <param name="text">One sentence from the notice resources.</param>
    void Verbose(string text);

    /// <summary>How far long work has come.</summary>
    /// <param name="progress">The state.</param>
    void Progress(ProgressNotice progress);
}
