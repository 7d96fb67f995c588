using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Listmonk.OptIn.Due;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Listmonk.OptIn.Showing;

/// <summary>Turns people of the due list into what a person may read. Most wait on the same few sets of lists: each set is made once.</summary>
/// <param name="lists">All lists of the server.</param>
/// <param name="links">Makes confirm links; null where the root address is not known.</param>
/// <param name="session">Name of the session.</param>
/// <param name="time">Clock.</param>
internal sealed class DueListing(IReadOnlyList<ListRow> lists, ConfirmLinks? links, string session, TimeProvider time)
{
    private const int SetsHeld = 10_000;

    private readonly Dictionary<int, string> _names = lists.ToDictionary(list => list.Id, list => list.Name);
    private readonly Dictionary<int, Lists> _ofOne = [];
    private readonly Dictionary<string, Lists> _ofSeveral = new(StringComparer.Ordinal);
    private readonly Func<UnconfirmedSubscriber, Uri>? _link =
        links is null ? null : subscriber => links.Confirm(subscriber.SubscriberUuid, subscriber.ListId);

    /// <summary>The person as he is shown.</summary>
    public UnconfirmedSubscriber Show(DuePerson person)
    {
        Lists waiting = ListsOf(person.Lists);
        return new UnconfirmedSubscriber
        {
            SubscriberId = person.SubscriberId,
            SubscriberUuid = person.SubscriberUuid,
            Email = HarmlessText.Of(person.Email, HarmlessText.ValueLength),
            Name = HarmlessText.Of(person.Name, HarmlessText.ValueLength),
            ListId = waiting.Ids,
            ListName = waiting.Names,
            SubscribedAt = person.Oldest,
            Age = time.GetUtcNow() - person.Oldest,
            ResendCount = person.Resends?.Count,
            LastResendAt = person.Resends?.LastAt,
            Suspect = person.Suspect ?? (person.IsEarly ? Texts.Format("notice.suspect.list-was-single", waiting.Names) : null),
            Session = session,
            ConfirmLink = _link,
        };
    }

    private Lists ListsOf(int[] ids)
    {
        if (ids.Length == 1)
            return _ofOne.TryGetValue(ids[0], out Lists? one) ? one : _ofOne[ids[0]] = Make(ids);
        string key = string.Join(' ', ids);
        if (_ofSeveral.TryGetValue(key, out Lists? several))
            return several;
        if (_ofSeveral.Count >= SetsHeld)
            _ofSeveral.Clear(); // flat memory, also where thousands of lists are mixed in every way
        return _ofSeveral[key] = Make(ids);
    }

    private Lists Make(int[] ids) => new(new TextList<int>(ids), new TextList<string>(ids.Select(id => _names[id])));

    private sealed record Lists(TextList<int> Ids, TextList<string> Names);
}
