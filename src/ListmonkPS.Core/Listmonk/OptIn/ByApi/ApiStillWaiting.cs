namespace ListmonkPS.Core.Listmonk.OptIn.ByApi;

/// <summary>Who waits for confirmation, by the API: it cannot be asked for some, so all are read. The cost grows with the unconfirmed rows.</summary>
internal static class ApiStillWaiting
{
    /// <summary>Numbers and lower-case addresses of all who wait.</summary>
    /// <exception cref="FailureException">A right is missing, or the server cannot be asked.</exception>
    public static async Task<IReadOnlyList<(int Id, string Email)>> ReadAsync(ListmonkServer server, CancellationToken cancellation)
    {
        ReadRights rights = await ReadRights.RequireAsync(server, cancellation);
        int[] asking = [.. (await ApiLists.ReadAsync(server.Api!, cancellation)).Where(list => list.AsksForConfirmation).Select(list => list.Id)];
        SubscriberReader reader = new(new SubscriberCall(server), rights.MayQuery);
        List<(int, string)> people = [];
        foreach (int list in asking)
        {
            await foreach (ApiSubscriber subscriber in reader.ReadAsync(new SubscriberSlice(list, "unconfirmed"), cancellation))
            {
                if (subscriber.WaitingOn(asking).Any())
                    people.Add((subscriber.Id, subscriber.Email.ToLowerInvariant()));
            }
        }

        return people;
    }
}
