using ListmonkPS.Core.Listmonk.OptIn.Due;

namespace ListmonkPS.Core.Listmonk.OptIn.ByDatabase.Waiting;

/// <summary>Puts people together from their rows, which come in order: whose rows are cut by the end of a page goes on with the next.</summary>
/// <param name="handOver">Takes who is whole, some at a time.</param>
/// <param name="peopleAtOnce">How many.</param>
internal sealed class DueGroup(DueHandOver handOver, int peopleAtOnce = 500)
{
    private readonly Dictionary<int, int[]> _single = [];
    private readonly List<int> _lists = [];
    private List<DuePerson> _whole = [];
    private DuePerson? _person;

    /// <summary>How many people were whole so far.</summary>
    public long Count { get; private set; }

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

    /// <summary>Begins the next person.</summary>
    /// <param name="row">The first row.</param>
    /// <param name="person">The person, as that row has him.</param>
    public void Begin(DueKey row, DuePerson person)
    {
        End();
        _person = person;
        _lists.Add(row.ListId);
    }

    /// <summary>Hands over who is whole, when it is worth it.</summary>
    public ValueTask GiveAsync(CancellationToken cancellation) => _whole.Count < peopleAtOnce ? default : handOver.GiveAsync(Take(), cancellation);

    /// <summary>What names one list: most wait on one, and share it.</summary>
    public int[] SingleOf(int list) => _single.TryGetValue(list, out int[]? one) ? one : _single[list] = [list];

    /// <summary>Hands over who is whole at the end of a page, outside its transaction.</summary>
    /// <param name="isLast">True when no row follows: the last person is whole, too.</param>
    /// <param name="cancellation">Ends the wait for the reader.</param>
    public async Task EndPageAsync(bool isLast, CancellationToken cancellation)
    {
        if (isLast)
            End();
        await handOver.EndPageAsync(Take(), cancellation);
    }

    private void End()
    {
        if (_person is null)
            return;
        _whole.Add(_lists.Count == 1 ? _person : _person with { Lists = [.. _lists] });
        _lists.Clear();
        _person = null;
        Count++;
    }

    private List<DuePerson> Take()
    {
        List<DuePerson> taken = _whole;
        _whole = new List<DuePerson>(peopleAtOnce);
        return taken;
    }
}
