using ListmonkPS.Core.Resend.Patience;

namespace ListmonkPS.Core.Resend.Due;

/// <summary>
/// Asks again where the server was away for a moment: a reload of listmonk refuses connections for a tenth of a second, a restart of PostgreSQL for some
/// seconds, and neither may end a run. Anything else is as it was answered.
/// </summary>
/// <param name="question">The question.</param>
/// <param name="time">Clock.</param>
internal sealed class PatientQuestion(IDueQuestion question, TimeProvider time) : IDueQuestion
{
    private static readonly TimeSpan AwayAtMost = TimeSpan.FromSeconds(60);

    private readonly ServerPatience _patience = new(time, AwayAtMost);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<int, DueAnswer>> AskAsync(IReadOnlyList<ResendTarget> people, CancellationToken cancellation) =>
        _patience.RunAsync(_ => question.AskAsync(people, cancellation), cancellation);
}
