namespace ListmonkPS.Core.Listmonk.Database;

/// <summary>Who waits for confirmation, in figures: enabled subscribers with unconfirmed rows on active double opt-in lists.</summary>
/// <param name="People">Number of people.</param>
/// <param name="Rows">Number of subscriptions; one person may have several.</param>
/// <param name="Oldest">When the oldest of these subscriptions was made; null when there is none.</param>
/// <param name="Newest">When the newest of them was made; null when there is none.</param>
/// <param name="RowsInBulk">How many of these subscriptions lie in groups of ten or more that were made in the same second, as imports make them.</param>
/// <param name="LastSignUp">
/// When somebody last came onto a double opt-in list, confirmed since or not; looked for among the waiting rows and the newest subscribers only, so that
/// it costs little. Null when nothing was found there.
/// </param>
internal sealed record WaitingSummary(
    long People, long Rows, DateTimeOffset? Oldest, DateTimeOffset? Newest, long RowsInBulk, DateTimeOffset? LastSignUp);
