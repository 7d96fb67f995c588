namespace ListmonkPS.Core.Listmonk.OptIn.Funnel;

/// <summary>Whose sign-ups a break hit: those of a stretch of time, of one part where one is given.</summary>
/// <param name="Since">From this on.</param>
/// <param name="Until">Before this; null for up to now.</param>
/// <param name="List">Number of the list; null for all.</param>
/// <param name="Domain">Mail domain; null for all.</param>
/// <param name="Hour">Hour of the day, local; null for all.</param>
internal sealed record HitPart(DateTimeOffset Since, DateTimeOffset? Until, int? List, string? Domain, int? Hour);
