namespace ListmonkPS.Core.Listmonk.OptIn.ByDatabase;

/// <summary>Numbers of people in the order of the due list, cut into the pages in which they are read: four bytes a person.</summary>
/// <param name="peopleInPage">How many people make a page.</param>
internal sealed class DueKeys(int peopleInPage)
{
    private readonly List<int[]> _pages = [];
    private int _inLast;

    /// <summary>How many there are.</summary>
    public int Count => _pages.Count == 0 ? 0 : ((_pages.Count - 1) * peopleInPage) + _inLast;

    /// <summary>The pages, in order.</summary>
    public IEnumerable<ArraySegment<int>> Pages => _pages.Select((page, index) => new ArraySegment<int>(page, 0, index == _pages.Count - 1 ? _inLast : peopleInPage));

    /// <summary>Adds the next one.</summary>
    public void Add(int subscriberId)
    {
        if (_pages.Count == 0 || _inLast == peopleInPage)
        {
            _pages.Add(new int[peopleInPage]);
            _inLast = 0;
        }

        _pages[^1][_inLast++] = subscriberId;
    }
}
