namespace ListmonkPS.Core.Listmonk.OptIn.Due;

/// <summary>What the ledger of resends knows of one person.</summary>
/// <param name="Count">How many mails were sent again.</param>
/// <param name="LastAt">When the last of them was; null when there was none.</param>
internal readonly record struct PastResends(int Count, DateTimeOffset? LastAt);
