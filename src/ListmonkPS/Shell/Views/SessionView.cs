using ListmonkPS.Shell.Views.Cells;

namespace ListmonkPS.Shell.Views;

/// <summary>Cells of the default view of <see cref="ListmonkSession"/>, and the head of every group by session.</summary>
public static class SessionView
{
    private const int NameWidth = 24;

    /// <summary>Name, cut, with the mark before it: works, works in part, does not work.</summary>
    public static string Name(ListmonkSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        bool hasAny = session.HasApi || session.HasDatabase;
        CheckStatus state = session.Problem is null ? CheckStatus.Pass : hasAny ? CheckStatus.Warning : CheckStatus.Fail;
        return Mark.Of(state) + " " + CellText.Cut(VisibleText.Of(session.Name), NameWidth);
    }

    /// <summary>Which accesses work.</summary>
    public static string Access(ListmonkSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return AccessWords((session.HasApi ? ListmonkPS.Access.Api : 0) | (session.HasDatabase ? ListmonkPS.Access.Database : 0));
    }

    /// <summary>What is wrong, else what may be done.</summary>
    public static string Problem(ListmonkSession session) => VisibleText.Of(session?.Problem ?? Rights(session));

    /// <summary>Rights of the API user: as listmonk names them, or in words where its role passes every check.</summary>
    public static string Permissions(ListmonkSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return !session.HasApi ? ""
            : session.IsSuperAdmin is null ? Texts.Format("view.rights-unknown")
            : session.IsSuperAdmin is false ? VisibleText.Of(session.Permissions.ToString())
            : Texts.Format("view.rights-all");
    }

    private static string Rights(ListmonkSession? session) => session is not ({ HasApi: true } or { HasDatabase: true }) ? ""
        : Texts.Format("view.may-" + session.Rights switch
        {
            SessionRights.All => "all",
            SessionRights.Change => "change",
            SessionRights.Read => "read",
            SessionRights.ReadPart => "part",
            _ => "unknown",
        });

    /// <summary>Head of a group of objects of one session: its name.</summary>
    /// <param name="session">Name of the session.</param>
    public static string Title(string session) => VisibleText.Of(session);

    /// <summary>Head of a group of objects of one session: its name and the offset of the times below.</summary>
    /// <param name="session">Name of the session.</param>
    public static string Head(string session) => Texts.Format("view.head-session", VisibleText.Of(session), Figures.Offset());

    /// <summary>Accesses in words.</summary>
    internal static string AccessWords(Access access) => Texts.Format("view.access-" + access switch
    {
        ListmonkPS.Access.Api => "api",
        ListmonkPS.Access.Database => "database",
        ListmonkPS.Access.None => "none",
        _ => "both",
    });
}
