using ListmonkPS.Core.Listmonk;
using ListmonkPS.Core.Listmonk.OptIn.ByApi;
using ListmonkPS.Core.Listmonk.OptIn.ByDatabase;

namespace ListmonkPS.Core.Evidence.Logs.Reading;

/// <summary>Joins the people whom a log names, by number from v5 on and by address at a relay, with who still waits for confirmation.</summary>
/// <param name="server">Where they wait.</param>
/// <param name="untold">Takes why that cannot be known; said once.</param>
internal sealed class WaitingJoin(ListmonkServer server, Action<Failure> untold)
{
    private readonly HashSet<int> _asked = [];
    private readonly HashSet<string> _askedEmails = new(StringComparer.Ordinal);
    private readonly HashSet<int> _waiting = [];
    private readonly HashSet<string> _waitingEmails = new(StringComparer.Ordinal);
    private bool _hasAll;
    private bool _cannot;

    /// <summary>The entries, with what is known of their people.</summary>
    public async Task<IReadOnlyList<LogEntry>> JoinAsync(IReadOnlyList<LogEntry> entries, CancellationToken cancellation)
    {
        int[] ids = [.. entries.Select(entry => entry.SubscriberId).OfType<int>().Where(_asked.Add)];
        string[] emails = [.. entries.Select(EmailOf).OfType<string>().Where(_askedEmails.Add)];
        if (!_cannot && !_hasAll && ids.Length + emails.Length > 0)
            await AskAsync(ids, emails, cancellation);
        return _cannot ? entries : [.. entries.Select(entry => entry with { StillWaits = WaitsOf(entry) })];
    }

    private static string? EmailOf(LogEntry entry) => entry.Recipient is { Length: > 0 } recipient ? recipient.ToLowerInvariant() : null;

    private bool? WaitsOf(LogEntry entry) => entry.SubscriberId is { } id ? _waiting.Contains(id) : EmailOf(entry) is { } email ? _waitingEmails.Contains(email) : null;

    private async Task AskAsync(int[] ids, string[] emails, CancellationToken cancellation)
    {
        try
        {
            foreach ((int id, string email) in await PeopleAsync(ids, emails, cancellation))
            {
                _waiting.Add(id);
                _waitingEmails.Add(email);
            }
        }
        catch (FailureException failure)
        {
            _cannot = true;
            untold(failure.Failure);
        }
    }

    private async Task<IReadOnlyList<(int Id, string Email)>> PeopleAsync(int[] ids, string[] emails, CancellationToken cancellation)
    {
        if (server.Database is { } database)
            return await database.ReadAsync((connection, token) => StillWaitingQuery.ReadAsync(connection, ids, emails, token), cancellation);
        _hasAll = true;
        return [.. (await ApiStillWaiting.ReadAsync(server, cancellation)).Select(person => (person.Id, person.Email))];
    }
}
