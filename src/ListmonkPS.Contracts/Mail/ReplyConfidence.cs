namespace ListmonkPS;

/// <summary>How sure the class of a reply is.</summary>
public enum ReplyConfidence
{
    /// <summary>A guess from the code alone, or from nothing.</summary>
    Low,

    /// <summary>The words or the enhanced code suggest it.</summary>
    Medium,

    /// <summary>The words say it, or words and enhanced code agree.</summary>
    High,
}
