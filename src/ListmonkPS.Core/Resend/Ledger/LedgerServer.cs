namespace ListmonkPS.Core.Resend.Ledger;

/// <summary>A server as ledgers know it.</summary>
/// <param name="Key">Its key: the ledger keeps its runs by it.</param>
/// <param name="Root">The name by which people know it, whatever its key; null when it is not known. A person (UUID) of the same name is the same person.</param>
internal sealed record LedgerServer(string Key, string? Root = null);
