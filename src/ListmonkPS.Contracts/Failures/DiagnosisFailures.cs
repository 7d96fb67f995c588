namespace ListmonkPS;

/// <summary>What can go wrong while a diagnosis reads its facts.</summary>
public static class DiagnosisFailures
{
    /// <summary>A fact was not there within its bound.</summary>
    /// <param name="fact">Name of the fact.</param>
    /// <param name="bound">The bound.</param>
    public static Failure FactTimedOut(string fact, TimeSpan bound) =>
        new(nameof(FactTimedOut), FailureCategory.OperationTimeout, fact, fact, bound.TotalSeconds);

    /// <summary>Reading a fact failed in a way that nobody foresaw.</summary>
    /// <param name="fact">Name of the fact.</param>
    /// <param name="kind">Kind of the exception; its text may hold a secret and is not shown.</param>
    public static Failure FactUnreadable(string fact, string kind) =>
        new(nameof(FactUnreadable), FailureCategory.InvalidResult, fact, fact, kind);
}
