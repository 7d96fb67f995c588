using ListmonkPS.TestBench.StandIn.Database;
using ListmonkPS.TestBench.StandIn.Log;

using ListmonkPS.TestBench.StandIn.Smtp;
namespace ListmonkPS.TestBench.StandIn.OptIn;

/// <summary>The one function that sends opt-in mail (5.1). It looks at no switch, no subscriber status and no list status (G2, G21).</summary>
internal sealed class OptInMailer(ListmonkDatabase database, OptInComposer composer, IMailDelivery delivery, LogRing log)
{
    /// <summary>Sends one mail for the subscriber's unconfirmed double opt-in lists (G22).</summary>
    /// <param name="recipient">To whom.</param>
    /// <param name="listIds">Only for these lists; for all when empty.</param>
    /// <param name="ct">Ends the look into the database, not the sending.</param>
    /// <returns>How many lists the mail names; 0 when there was nothing to send, which is no failure (G20).</returns>
    /// <exception cref="SendFailureException">The mail could not be handed over; the log says why.</exception>
    public async Task<int> SendAsync(Recipient recipient, IReadOnlyCollection<int> listIds, CancellationToken ct)
    {
        List<WaitingList> lists = await database.QueryAsync(
            """
            select l.uuid, l.name, l.type = 'private'
            from subscriber_lists m join lists l on l.id = m.list_id
            where m.subscriber_id = @subscriber and m.status = 'unconfirmed' and l.optin = 'double'
              and (cardinality(@lists) = 0 or l.id = any(@lists))
            order by l.id
            """,
            reader => new WaitingList(reader.GetGuid(0), reader.GetString(1), reader.GetBoolean(2)),
            ct,
            ("subscriber", recipient.Id),
            ("lists", listIds.ToArray()));
        if (lists.Count == 0)
            return 0;
        try
        {
            await delivery.HandOverAsync(composer.Compose(recipient, lists));
        }
        catch (SendFailureException e)
        {
            log.Write("subscribers.go:694", $"error sending opt-in e-mail for subscriber {recipient.Id} ({recipient.Uuid}): {e.Message}");
            throw;
        }
        return lists.Count;
    }
}
