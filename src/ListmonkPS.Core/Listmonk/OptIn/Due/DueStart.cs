namespace ListmonkPS.Core.Listmonk.OptIn.Due;

/// <summary>What is known of a server before its people are read.</summary>
/// <param name="LacksForBounces">The right that is missing to see whose mail bounced, as it is granted; null when it is seen.</param>
/// <param name="RootUrl">app.root_url; null when it cannot be read.</param>
/// <param name="AskedSince">See <see cref="DueSelection.AskedSince"/>.</param>
internal sealed record DueStart(string? LacksForBounces, string? RootUrl, IReadOnlyDictionary<int, DateTime> AskedSince);
