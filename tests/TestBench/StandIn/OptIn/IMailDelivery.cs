using ListmonkPS.TestBench.StandIn.Smtp;

namespace ListmonkPS.TestBench.StandIn.OptIn;

/// <summary>How a composed mail leaves: <see cref="QueuedDelivery"/> up to v4, <see cref="DirectDelivery"/> since v5 (6.1).</summary>
internal interface IMailDelivery : IAsyncDisposable
{
    /// <summary>Hands a mail over; that it was sent is known afterwards only where delivery is direct (G20).</summary>
    /// <exception cref="SendFailureException">It could not be handed over.</exception>
    Task HandOverAsync(OutgoingMail mail);
}
