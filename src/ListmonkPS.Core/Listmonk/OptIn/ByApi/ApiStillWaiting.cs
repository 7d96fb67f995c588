namespace ListmonkPS.Core.Listmonk.OptIn.ByApi;

/// <summary>Who waits for confirmation, by the API: it cannot be asked for some, so all are read. The cost grows with the unconfirmed rows.</summary>
internal static class ApiStillWaiting
{
    /// <summary>Number, lower-case address and oldest waiting sign-up of all who wait, each once.</summary>
    /// <exception cref="FailureException">A right is missing, or the server cannot be asked.</exception>
    public static async Task<IReadOnlyList<(int Id, string Email, DateTimeOffset Oldest)>> ReadAsync(ListmonkServer server, CancellationToken cancellation)
    {
        ReadRights rights = await ReadRights.RequireAsync(server, cancellation);
        int[] asking = [.. (await ApiLists.ReadAsync(server.Api!, cancellation)).Where(list => list.AsksForConfirmation).Select(list => list.Id)];
        SubscriberReader reader = new(new SubscriberCall(server), rights.MayQuery);
        Dictionary<int, (int, string, DateTimeOffset)> people = [];
        foreach (int list in asking)
        {
            await foreach (ApiSubscriber subscriber in reader.ReadAsync(new SubscriberSlice(list, "unconfirmed"), cancellation))
            {
                // Once for each list (G14).
                Membership[] waiting = [.. subscriber.WaitingOn(asking)];
                if (waiting.Length > 0)
                    people.TryAdd(subscriber.Id, (subscriber.Id, subscriber.Email.ToLowerInvariant(), waiting.Min(membership => membership.CreatedAt ?? DateTimeOffset.UnixEpoch)));
            }
        }

        return [.. people.Values];
    }
}
