using ListmonkPS.Core.Listmonk.OptIn.Due;

namespace ListmonkPS.Core.Listmonk.OptIn.ByApi;

/// <summary>One subscriber as the API shows him: texts not yet harmless.</summary>
/// <param name="Id">Number.</param>
/// <param name="Uuid">UUID.</param>
/// <param name="Email">Address.</param>
/// <param name="Name">Name.</param>
/// <param name="Status">enabled, disabled or blocklisted.</param>
/// <param name="CreatedAt">When he was added; null can only come from edits by SQL.</param>
/// <param name="Memberships">All his subscriptions.</param>
internal sealed record ApiSubscriber(
    int Id, Guid Uuid, string Email, string Name, string Status, DateTimeOffset? CreatedAt, IReadOnlyList<Membership> Memberships)
{
    // As the database's due list: kept within what a .NET time can hold, and never null.
    private static readonly DateTimeOffset Earliest = DateTimeOffset.UnixEpoch;
    private static readonly DateTimeOffset Latest = new(9999, 12, 30, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Reads a subscriber of an answer.</summary>
    public static ApiSubscriber Of(JsonMembers subscriber) => new(
        subscriber.Number("id"), subscriber.Uuid("uuid"), subscriber.Text("email"), subscriber.Text("name"), subscriber.Text("status"), subscriber.Time("created_at"),
        [.. subscriber.Items("lists").Select(list => new Membership(
            list.Number("id"), list.Text("subscription_status"), list.Time("subscription_created_at"), list.Time("subscription_updated_at")))]);

    /// <summary>The subscriptions on these lists that wait; none unless the subscriber is enabled.</summary>
    public IEnumerable<Membership> WaitingOn(int[] lists) =>
        Status == "enabled" ? Memberships.Where(membership => membership.IsWaiting && lists.Contains(membership.ListId)) : [];

    /// <summary>This person of the due list, whenever he signed up; null when he is not due.</summary>
    public DuePerson? DueIn(DueSelection selection)
    {
        Membership[] waiting = [.. WaitingOn(selection.AskingLists).OrderBy(membership => membership.ListId)];
        if (!waiting.Any(membership => selection.WantedLists.Contains(membership.ListId)) || !selection.Addresses.Takes(Email))
            return null;
        DateTimeOffset oldest = waiting.Min(membership => Kept(membership.CreatedAt ?? Earliest));
        bool isEarly = waiting.All(membership => selection.AskedSince.TryGetValue(membership.ListId, out DateTime since) && membership.CreatedAt?.UtcDateTime < since);
        return new DuePerson(Id, Uuid, Email, Name, oldest, [.. waiting.Select(membership => membership.ListId)], isEarly);
    }

    private static DateTimeOffset Kept(DateTimeOffset time) => time < Earliest ? Earliest : time > Latest ? Latest : time;
}
