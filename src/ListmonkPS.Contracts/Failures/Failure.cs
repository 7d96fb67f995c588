namespace ListmonkPS;

/// <summary>One thing that went wrong, as data: the shell makes the error record from it.</summary>
/// <param name="Id">Stable id in Pascal case; the first part of the FullyQualifiedErrorId.</param>
/// <param name="Category">Kind of trouble.</param>
/// <param name="Target">The input that it is about, without a secret; null for none.</param>
/// <param name="Arguments">What stands in the text, in order; already harmless, never a secret.</param>
public sealed record Failure(string Id, FailureCategory Category, object? Target, params IReadOnlyList<object?> Arguments)
{
    /// <summary>What was wrong and where, in one sentence.</summary>
    public string Message => Texts.Format("failure." + Id, [.. Arguments]);

    /// <summary>What to do about it.</summary>
    public string RecommendedAction => Texts.Format("failure." + Id + ".action", [.. Arguments]);

    /// <summary>The message.</summary>
    public override string ToString() => Message;
}
