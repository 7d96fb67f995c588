using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using ListmonkPS.Shell.Loading;

namespace ListmonkPS.Shell.Sessions;

/// <summary>The sessions of one runspace, in the order of their connecting: parallel runspaces do not see each other's.</summary>
internal sealed class SessionTable
{
    /// <summary>How long closing may take before the rest is left to the garbage collector.</summary>
    private static readonly TimeSpan CloseBound = TimeSpan.FromSeconds(2);

    private static readonly ConditionalWeakTable<Runspace, SessionTable> Tables = [];

    private readonly object _gate = new();
    private readonly List<ListmonkSession> _sessions = [];
    private ListmonkSession? _default;

    /// <summary>The session that is meant when none is named: the last one that was connected by itself.</summary>
    public ListmonkSession? Default
    {
        get
        {
            lock (_gate)
                return _default;
        }

        set
        {
            lock (_gate)
                _default = value;
        }
    }

    /// <summary>All sessions, oldest first.</summary>
    public IReadOnlyList<ListmonkSession> All
    {
        get
        {
            lock (_gate)
                return [.. _sessions];
        }
    }

    /// <summary>The table of the runspace that runs this thread; made at first use, closed with the runspace.</summary>
    public static SessionTable OfRunspace() => Tables.GetValue(Runspace.DefaultRunspace, Make);

    /// <summary>Adds a session. One of the same name is replaced.</summary>
    /// <returns>The replaced session, which the caller closes; null for none.</returns>
    public ListmonkSession? Add(ListmonkSession session)
    {
        lock (_gate)
        {
            ListmonkSession? same = _sessions.Find(known => HasName(known, session.Name));
            if (same is not null)
                Forget(same);
            _sessions.Add(session);
            return same;
        }
    }

    /// <summary>Takes a session out; one that is not in does no harm.</summary>
    public void Remove(ListmonkSession session)
    {
        lock (_gate)
            Forget(session);
    }

    /// <summary>The sessions of a name, or of a wildcard pattern when none has exactly that name.</summary>
    public IReadOnlyList<ListmonkSession> Find(string name)
    {
        IReadOnlyList<ListmonkSession> all = All;
        ListmonkSession? exact = all.FirstOrDefault(session => HasName(session, name));
        if (exact is not null)
            return [exact];
        WildcardPattern pattern = WildcardPattern.Get(name, WildcardOptions.IgnoreCase);
        return [.. all.Where(session => pattern.IsMatch(session.Name))];
    }

    /// <summary>Closes every session, bounded.</summary>
    public void CloseAll()
    {
        IReadOnlyList<ListmonkSession> all;
        lock (_gate)
        {
            all = [.. _sessions];
            _sessions.Clear();
            _default = null;
        }

        if (all.Count > 0)
            Task.Run(() => Task.WhenAll(all.Select(CoreEntry.Core.Connections.DisconnectAsync))).Wait(CloseBound);
    }

    private static SessionTable Make(Runspace runspace)
    {
        SessionTable table = new();
        runspace.StateChanged += (_, change) =>
        {
            if (change.RunspaceStateInfo.State is RunspaceState.Closed or RunspaceState.Broken)
                table.CloseAll();
        };
        return table;
    }

    private static bool HasName(ListmonkSession session, string name) => string.Equals(session.Name, name, StringComparison.OrdinalIgnoreCase);

    private void Forget(ListmonkSession session)
    {
        _sessions.Remove(session);
        if (ReferenceEquals(_default, session))
            _default = null;
    }
}
