namespace ListmonkPS;

/// <summary>Whether sending the same mail again can help.</summary>
public enum RetryAdvice
{
    /// <summary>No: something has to be changed first.</summary>
    No = 0,

    /// <summary>Only after what stands in the remedy has come about: the quota is reset, a DNS record is mended.</summary>
    Later,

    /// <summary>Yes, without any change, after the pause.</summary>
    Yes,
}
