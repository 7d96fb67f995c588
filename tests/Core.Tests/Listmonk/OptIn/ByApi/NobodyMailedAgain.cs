using ListmonkPS.Core.Listmonk;
using ListmonkPS.Core.Listmonk.OptIn.Due;

namespace ListmonkPS.Core.Tests.Listmonk.OptIn.ByApi;

/// <summary>What a machine keeps from which nobody was mailed again: as a database in which no ledger is.</summary>
internal sealed class NobodyMailedAgain : IPastResends
{
    public Task<IReadOnlyDictionary<Guid, PastResends>?> ReadAsync(ListmonkServer server, INoticeSink notices, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<Guid, PastResends>?>(new Dictionary<Guid, PastResends>());
}
