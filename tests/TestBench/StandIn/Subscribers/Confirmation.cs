using ListmonkPS.Core.Listmonk.Versions;
using ListmonkPS.TestBench.StandIn.Database;

namespace ListmonkPS.TestBench.StandIn.Subscribers;

/// <summary>What the confirm link does to a person's subscriptions (5.7).</summary>
internal sealed class Confirmation(ListmonkDatabase database, Quirks quirks)
{
    /// <summary>Names of the lists that wait, among those named in the link or, without any, among all; single opt-in lists too.</summary>
    public Task<List<string>> WaitingAsync(int subscriberId, Guid[] lists, CancellationToken ct) => database.QueryAsync(
        """
        select l.name from subscriber_lists m join lists l on l.id = m.list_id
        where m.subscriber_id = @subscriber and m.status = 'unconfirmed' and (cardinality(@lists) = 0 or l.uuid = any(@lists))
        order by l.id
        """,
        reader => reader.GetString(0),
        ct,
        ("subscriber", subscriberId),
        ("lists", lists));

    /// <summary>
    /// Confirms the named lists, those that were unsubscribed too. Without any list named it confirms all that wait or, up to v6.1, nothing (G34).
    /// </summary>
    /// <param name="subscriberId">Who.</param>
    /// <param name="lists">The lists of the link.</param>
    /// <param name="meta">JSON that is merged into the row's meta.</param>
    /// <param name="ct">Ends it.</param>
    public Task ConfirmAsync(int subscriberId, Guid[] lists, string meta, CancellationToken ct) => database.ExecuteAsync(
        """
        update subscriber_lists m set status = 'confirmed', meta = m.meta || @meta::jsonb, updated_at = now()
        from lists l
        where l.id = m.list_id and m.subscriber_id = @subscriber
          and (l.uuid = any(@lists) or (@all and cardinality(@lists) = 0 and m.status = 'unconfirmed'))
        """,
        ct,
        ("subscriber", subscriberId),
        ("lists", lists),
        ("meta", meta),
        ("all", quirks.ConfirmsWithoutList));
}
