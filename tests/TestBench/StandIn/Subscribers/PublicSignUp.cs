using ListmonkPS.Core.Listmonk.Versions;
using ListmonkPS.TestBench.StandIn.Answers;
using ListmonkPS.TestBench.StandIn.Database;
using ListmonkPS.TestBench.StandIn.Loaded;
using ListmonkPS.TestBench.StandIn.OptIn;
using ListmonkPS.TestBench.StandIn.Smtp;
using Microsoft.AspNetCore.Http;

namespace ListmonkPS.TestBench.StandIn.Subscribers;

/// <summary>Somebody signs up himself, by the form or the public API: the same rules for both (5.2, 5.3).</summary>
internal sealed class PublicSignUp(
    ListmonkDatabase database, SubscriberStore store, OptInMailer mailer, LoadedSettings settings, EmailRules emails, Quirks quirks)
{
    /// <summary>Signs an address up.</summary>
    /// <returns>True when an opt-in mail was asked for; false for the switch off (G1), a confirmed, a blocklisted, a single opt-in.</returns>
    /// <exception cref="RefusalException">400 for bad input; 500 when the mail failed, where the version tells (G28).</exception>
    public async Task<bool> SubscribeAsync(string email, string name, IReadOnlyList<string> listUuids, CancellationToken ct)
    {
        if (listUuids.Count == 0)
            throw new RefusalException(StatusCodes.Status400BadRequest, "No lists selected.");
        string address = emails.Clean(email);
        string called = name.Length > 0 ? name : address[..address.IndexOf('@', StringComparison.Ordinal)];
        NewSubscriber subscriber = new(address, called, await ListIdsAsync(listUuids, ct));
        Recipient recipient = await store.InsertAsync(subscriber, ct) ?? await store.SubscribeAgainAsync(subscriber, ct);
        if (!settings.SendsOptIn)
            return false;
        try
        {
            return await mailer.SendAsync(recipient, [], ct) > 0;
        }
        catch (SendFailureException)
        {
            if (quirks.SignUpReportsSendFailure)
                throw new RefusalException(StatusCodes.Status500InternalServerError, "Error processing request. Please retry.");
            return false;
        }
    }

    /// <summary>Unknown lists are passed over; private ones are refused since v5.</summary>
    private async Task<int[]> ListIdsAsync(IReadOnlyList<string> listUuids, CancellationToken ct)
    {
        List<Guid> uuids = [];
        foreach (string text in listUuids)
            uuids.Add(Guid.TryParse(text, out Guid uuid) ? uuid : throw InvalidUuid());
        List<(int Id, bool IsPrivate)> lists = await database.QueryAsync(
            "select id, type = 'private' from lists where uuid = any(@uuids)",
            reader => (reader.GetInt32(0), reader.GetBoolean(1)),
            ct,
            ("uuids", uuids.ToArray()));
        if (lists.Any(list => list.IsPrivate) && !quirks.PublicTakesPrivateLists)
            throw InvalidUuid();
        return [.. lists.Select(list => list.Id)];
    }

    private static RefusalException InvalidUuid() => new(StatusCodes.Status400BadRequest, "Invalid UUID(s)");
}
