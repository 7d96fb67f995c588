using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Versions;
using ListmonkPS.TestBench.StandIn.Database;
using ListmonkPS.TestBench.StandIn.OptIn;
using Npgsql;

namespace ListmonkPS.TestBench.StandIn.Subscribers;

/// <summary>Writes and reads single subscribers.</summary>
internal sealed class SubscriberStore(ListmonkDatabase database, Quirks quirks)
{
    /// <summary>The constraint that tells "known already"; any other breach is a plain database error (G40).</summary>
    private const string EmailConstraint = "subscribers_email_key";
    private const string Person = "select id, uuid, email, name from subscribers";

    /// <summary>Stores a new subscriber with his subscriptions; null when the very address is there already.</summary>
    public async Task<Recipient?> InsertAsync(NewSubscriber subscriber, CancellationToken ct)
    {
        Guid uuid = Guid.NewGuid();
        try
        {
            int id = await database.ScalarAsync<int>(
                """
                with person as (
                    insert into subscribers (uuid, email, name, attribs, status)
                    values (@uuid, @email, @name, @attribs::jsonb, @status::subscriber_status) returning id, status),
                rows as (
                    insert into subscriber_lists (subscriber_id, list_id, status)
                    select person.id, list, case when person.status = 'blocklisted' then 'unsubscribed' else @subscription::subscription_status end
                    from person, unnest(@lists) as list)
                select id from person
                """,
                ct,
                ("uuid", uuid),
                ("email", subscriber.Email),
                ("name", subscriber.Name),
                ("attribs", subscriber.Attributes),
                ("status", subscriber.Status),
                ("subscription", subscriber.SubscriptionStatus),
                ("lists", subscriber.ListIds));
            return subscriber.As(id, uuid);
        }
        catch (PostgresException e) when (e is { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: EmailConstraint })
        {
            return null;
        }
    }

    /// <summary>
    /// Puts a known address on lists once more (5.3): confirmed rows stay, others wait again, but where the version keeps the unsubscribed as
    /// they are (B8); a blocklisted person's rows become unsubscribed. updated_at stays, so a re-sign-up leaves no trace (G36).
    /// </summary>
    public async Task<Recipient> SubscribeAgainAsync(NewSubscriber subscriber, CancellationToken ct)
    {
        List<Recipient> known = await database.QueryAsync(
            """
            with person as (
                update subscribers set name = @name, updated_at = now() where email = @email returning id, uuid, email, name, status),
            rows as (
                insert into subscriber_lists as old (subscriber_id, list_id, status)
                select person.id, list, (case when person.status = 'blocklisted' then 'unsubscribed' else 'unconfirmed' end)::subscription_status
                from person, unnest(@lists) as list
                on conflict (subscriber_id, list_id) do update set status = case
                    when excluded.status = 'unsubscribed' then excluded.status
                    when old.status = 'confirmed' or (old.status = 'unsubscribed' and @stays) then old.status
                    else 'unconfirmed' end)
            select id, uuid, email, name from person
            """,
            ReadRecipient,
            ct,
            ("email", subscriber.Email),
            ("name", subscriber.Name),
            ("lists", subscriber.ListIds),
            ("stays", quirks.ResignUpStaysUnsubscribed));
        return known.Single();
    }

    /// <summary>The subscriber with this id, or null.</summary>
    public async Task<Recipient?> FindAsync(int id, CancellationToken ct) =>
        (await database.QueryAsync($"{Person} where id = @id", ReadRecipient, ct, ("id", id))).FirstOrDefault();

    /// <summary>The subscriber with this uuid, or null.</summary>
    public async Task<Recipient?> FindAsync(Guid uuid, CancellationToken ct) =>
        (await database.QueryAsync($"{Person} where uuid = @uuid", ReadRecipient, ct, ("uuid", uuid))).FirstOrDefault();

    /// <summary>The subscribers with these ids as the API shows them, by id.</summary>
    public async Task<Dictionary<int, JsonNode>> ShowAsync(int[] ids, CancellationToken ct)
    {
        // Go writes its own times with Z; those inside lists[] come from the database's JSON as they are.
        List<(int Id, string Json)> rows = await database.QueryAsync(
            """
            select s.id, (to_jsonb(s) || jsonb_build_object(
                'created_at', to_char(s.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                'updated_at', to_char(s.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                'lists', coalesce((
                    select jsonb_agg(to_jsonb(l) || jsonb_build_object(
                        'subscription_status', m.status, 'subscription_created_at', m.created_at,
                        'subscription_updated_at', m.updated_at, 'subscription_meta', m.meta) order by l.id)
                    from subscriber_lists m join lists l on l.id = m.list_id where m.subscriber_id = s.id), '[]')))::text
            from subscribers s where s.id = any(@ids)
            """,
            reader => (reader.GetInt32(0), reader.GetString(1)),
            ct,
            ("ids", ids));
        return rows.ToDictionary(row => row.Id, row => JsonNode.Parse(row.Json)!);
    }

    private static Recipient ReadRecipient(NpgsqlDataReader reader) =>
        new(reader.GetInt32(0), reader.GetGuid(1), reader.GetString(2), reader.GetString(3));
}
