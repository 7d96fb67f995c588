using ListmonkPS.Core.Listmonk.OptIn.Due;

namespace ListmonkPS.Core.Listmonk.OptIn.ByDatabase;

/// <summary>Puts people together from their rows, which come in order: whose rows are cut by the end of a page goes on with the next.</summary>
internal sealed class DueGroup
{
    private readonly Dictionary<int, int[]> _single = [];
    private readonly List<int> _lists = [];
    private List<DuePerson> _whole = [];
    private DuePerson? _person;

    /// <summary>Adds a row to the person who is being put together.</summary>
    /// <returns>False when it is somebody else's.</returns>
    public bool TryAdd(DueKey row, DateTimeOffset age, bool isEarly)
    {
        if (_person?.SubscriberId != row.SubscriberId)
            return false;
        _lists.Add(row.ListId);
        if (age < _person.Oldest || (_person.IsEarly && !isEarly))
            _person = _person with { Oldest = age < _person.Oldest ? age : _person.Oldest, IsEarly = _person.IsEarly && isEarly };
        return true;
    }

    /// <summary>Begins the next person with the first row.</summary>
    public void Begin(DueKey row, DateTimeOffset age, bool isEarly, Guid uuid, string email, string name)
    {
        End();
        _person = new DuePerson(row.SubscriberId, uuid, email, name, age, SingleOf(row.ListId), isEarly);
        _lists.Add(row.ListId);
    }

    /// <summary>The people who are whole and were not taken before.</summary>
    /// <param name="isLast">True when no row follows: the last person is whole, too.</param>
    public IReadOnlyList<DuePerson> Take(bool isLast)
    {
        if (isLast)
            End();
        List<DuePerson> taken = _whole;
        _whole = new List<DuePerson>(taken.Count);
        return taken;
    }

    private void End()
    {
        if (_person is not null)
            _whole.Add(_lists.Count == 1 ? _person : _person with { Lists = [.. _lists] });
        _person = null;
        _lists.Clear();
    }

    /// <summary>Most wait on one list: these share what names it.</summary>
    private int[] SingleOf(int list) => _single.TryGetValue(list, out int[]? one) ? one : _single[list] = [list];
}
