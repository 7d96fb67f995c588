namespace ListmonkPS;

/// <summary>What came of a <see cref="ConnectRequest"/>: always a session, and the failures of those accesses that did not work.</summary>
/// <param name="Session">The session; with <see cref="ListmonkSession.Problem"/> set when something failed.</param>
/// <param name="Failures">One failure for each access that was asked for and did not work.</param>
public sealed record ConnectOutcome(ListmonkSession Session, IReadOnlyList<Failure> Failures);
