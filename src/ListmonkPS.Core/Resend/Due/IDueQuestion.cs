namespace ListmonkPS.Core.Resend.Due;

/// <summary>Asks the server who of some people is due now: enabled, and waiting on an active double opt-in list (G11, G21).</summary>
internal interface IDueQuestion
{
    /// <summary>The answers, one for each number that was asked for.</summary>
    /// <param name="people">Numbers of subscribers, and the UUIDs that they had.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="FailureException">The server cannot be asked.</exception>
    Task<IReadOnlyDictionary<int, DueAnswer>> AskAsync(IReadOnlyList<ResendTarget> people, CancellationToken cancellation);
}
