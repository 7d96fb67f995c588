namespace ListmonkPS.Core.Resend.Running;

/// <summary>How the sending of a run ended.</summary>
/// <param name="State">State of the run.</param>
/// <param name="Reason">Why, in one sentence; empty for a run that came to its end.</param>
/// <param name="NextAt">When it may go on; null for no such time.</param>
/// <param name="Failure">What somebody has to mend; null for nothing.</param>
internal sealed record RunEnd(OptInResendRunState State, string Reason = "", DateTimeOffset? NextAt = null, Failure? Failure = null)
{
    /// <summary>Ctrl+C, here: other machines that share the run go on.</summary>
    public static RunEnd Interrupted => new(OptInResendRunState.Stopped, Texts.Format("resend.reason.interrupted")) { IsOfThisWorker = true };

    /// <summary>True when it ends for this process alone.</summary>
    public bool IsOfThisWorker { get; private init; }
}
