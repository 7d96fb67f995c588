namespace ListmonkPS;

/// <summary>Carries a <see cref="ListmonkPS.Failure"/> to where it can be reported.</summary>
public sealed class FailureException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="failure">What went wrong.</param>
    /// <param name="inner">What caused it; its text is not shown.</param>
    public FailureException(Failure failure, Exception? inner = null)
        : base((failure ?? throw new ArgumentNullException(nameof(failure))).Message, inner) => Failure = failure;

    /// <summary>What went wrong.</summary>
    public Failure Failure { get; }
}
