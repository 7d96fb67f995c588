using ListmonkPS.Core.Resend.Servers;

namespace ListmonkPS.Core.Resend.Planning;

/// <summary>
/// Finds plans of one command that would mail the same people. It goes by the UUIDs of subscribers: a server has many addresses, and its ledgers (a database, a
/// journal) do not know of each other. Only of two databases it is known that one is not the other: a copy of a database has the same people, and is another server.
/// </summary>
internal static class PlanComparison
{
    /// <summary>The plans that clash, two at a time.</summary>
    /// <param name="plans">The plans of the command.</param>
    public static IReadOnlyList<PlanClash> Clashes(IReadOnlyList<(ListmonkSession Session, ResendPlan Plan)> plans)
    {
        List<(ListmonkSession Session, ResendSubject Subject, HashSet<Guid> People)> known = [];
        List<PlanClash> clashes = [];
        foreach ((ListmonkSession session, ResendPlan plan) in plans)
        {
            PlanLink link = (PlanLink)plan.Link!;
            HashSet<Guid> people = [.. link.People.Select(person => person.Uuid), .. link.Left];
            foreach ((ListmonkSession other, ResendSubject subject, HashSet<Guid> mailed) in known.Where(one => one.Session != session && MayBeOne(one.Subject, link.Subject)))
            {
                if (people.Count(mailed.Contains) is > 0 and var shared)
                    clashes.Add(new PlanClash(other, session, ResendFailures.SessionsOverlap(other.Name, session.Name, shared)));
            }

            known.Add((session, link.Subject, people));
        }

        return clashes;
    }

    private static bool MayBeOne(ResendSubject one, ResendSubject other) => one.Database is null || other.Database is null || one.Key == other.Key;
}
