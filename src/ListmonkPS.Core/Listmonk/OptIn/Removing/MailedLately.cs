using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Listmonk.Database.Troubles;
using ListmonkPS.Core.Listmonk.OptIn.ByDatabase.Waiting;
using ListmonkPS.Core.Listmonk.OptIn.Due;
using Npgsql;

namespace ListmonkPS.Core.Listmonk.OptIn.Removing;

/// <summary>
/// Who was mailed again lately, and so gets the same time to answer as who signed up lately: by this machine's journals, and by the ledger in the database,
/// whichever way people are removed.
/// </summary>
/// <param name="journals">What this machine itself sent again; null for nothing.</param>
/// <param name="database">The database of the session; null for none.</param>
/// <param name="user">The role of the session.</param>
internal sealed class MailedLately(IReadOnlyDictionary<Guid, PastResends>? journals, ListmonkDatabase? database, string? user)
{
    /// <summary>Those of them who were not mailed since.</summary>
    /// <param name="people">The people.</param>
    /// <param name="since">Since when, in UTC.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="FailureException">MissingDatabaseRight: there is a ledger, and it may not be read. What it knows cannot be guessed where removal is for good.</exception>
    public async Task<IReadOnlyList<StalePerson>> WithoutAsync(IReadOnlyList<StalePerson> people, DateTime since, CancellationToken cancellation)
    {
        IReadOnlyDictionary<Guid, PastResends> ledger = database is null || people.Count == 0
            ? new Dictionary<Guid, PastResends>()
            : await database.ReadAsync((connection, token) => ReadAsync(connection, people, token), cancellation);
        return [.. people.Where(one => !Was(journals, one) && !Was(ledger, one))];

        bool Was(IReadOnlyDictionary<Guid, PastResends>? past, StalePerson one) => past?.GetValueOrDefault(one.Person.SubscriberUuid).LastAt?.UtcDateTime >= since;
    }

    private static string Grant(string role) =>
        $"GRANT USAGE ON SCHEMA listmonkps TO {role}; GRANT SELECT ON listmonkps.resend_person, listmonkps.resend_server TO {role};";

    private async Task<IReadOnlyDictionary<Guid, PastResends>> ReadAsync(NpgsqlConnection connection, IReadOnlyList<StalePerson> people, CancellationToken cancellation) =>
        await ResendQuery.SeesLedgerAsync(connection, cancellation) switch
        {
            LedgerSight.Absent => new Dictionary<Guid, PastResends>(),
            LedgerSight.Seen => await ResendQuery.ReadAsync(connection, people.Select(one => one.Person), cancellation),
            _ => throw new FailureException(DatabaseFailures.MissingDatabaseRight(
                database!.Place, Texts.Format("notice.removal-ledger"), Grant(MissingRight.Quoted(user)))),
        };
}
