using System.Collections.Concurrent;
using ListmonkPS.Core.Resend.Due;
using ListmonkPS.Core.Resend.Sending;

namespace ListmonkPS.Core.Tests.Resend.Bench;

/// <summary>Sends nothing, and says what a test wants.</summary>
/// <param name="answer">What becomes of a mail; told how often the person was tried before.</param>
internal sealed class MadeUpSender(Func<OptInRecipient, int, CancellationToken, Task<SendOutcome>>? answer = null) : IOptInSender
{
    private readonly ConcurrentDictionary<int, int> _tries = new();
    private readonly ConcurrentQueue<int> _sent = new();

    public static SendOutcome Sent { get; } = new(OptInResendState.Sent) { Class = SmtpReplyClass.Accepted, ReplyCode = 250 };

    /// <summary>Numbers of those whose mails were taken, in order.</summary>
    public IReadOnlyCollection<int> Taken => _sent;

    /// <summary>How often somebody was tried.</summary>
    public int Tries(int id) => _tries.GetValueOrDefault(id);

    public async Task<SendOutcome> SendAsync(OptInRecipient recipient, CancellationToken cancellation)
    {
        int before = _tries.AddOrUpdate(recipient.Id, 1, (_, tries) => tries + 1) - 1;
        SendOutcome outcome = answer is null ? Sent : await answer(recipient, before, cancellation);
        if (outcome.State == OptInResendState.Sent)
            _sent.Enqueue(recipient.Id);
        return outcome;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
