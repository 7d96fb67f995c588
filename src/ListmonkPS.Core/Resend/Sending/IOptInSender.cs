using ListmonkPS.Core.Resend.Due;

namespace ListmonkPS.Core.Resend.Sending;

/// <summary>
/// Sends one opt-in mail a call. Many calls run at the same time, as many as the run has senders; connections are pooled behind it. Before each call the ledger
/// has durably noted that the mail begins, so a call may hand it over at once. It never throws for what a server says or does: that is an outcome.
/// </summary>
internal interface IOptInSender : IAsyncDisposable
{
    /// <summary>Waits while the other side asks to be left alone for a moment; before it is asked for the last time whether the person is due.</summary>
    /// <param name="cancellation">Ends the wait, with an exception.</param>
    Task ReadyAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Sends one mail to one person, covering all lists on which he waits.</summary>
    /// <param name="recipient">To whom, as he was a moment ago.</param>
    /// <param name="cancellation">
    /// Ends the wait for the server. What was not handed over yet comes back as <see cref="SendOutcome.NotSent"/>, what was as in doubt; nothing is thrown.
    /// </param>
    Task<SendOutcome> SendAsync(OptInRecipient recipient, CancellationToken cancellation);

    /// <summary>Tells what has come out about mails after they were handed over; once, after the last.</summary>
    /// <param name="notices">Told of it.</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task EndAsync(INoticeSink notices, CancellationToken cancellation) => Task.CompletedTask;
}
