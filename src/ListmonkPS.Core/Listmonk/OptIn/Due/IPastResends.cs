namespace ListmonkPS.Core.Listmonk.OptIn.Due;

/// <summary>What this machine keeps of mails that were sent again by the API alone: the ledger is above this room, and answers through here.</summary>
internal interface IPastResends
{
    /// <summary>What was sent again to the people of a server; who was sent nothing is not among them.</summary>
    /// <param name="server">The server.</param>
    /// <param name="notices">Told when it cannot be read.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>Null when it cannot be read, or is kept in a database that the session does not have.</returns>
    Task<IReadOnlyDictionary<Guid, PastResends>?> ReadAsync(ListmonkServer server, INoticeSink notices, CancellationToken cancellation);
}
