using ListmonkPS.Core.Resend.Due;
using ListmonkPS.Core.Resend.Ledger.Journal;
using ListmonkPS.Core.Resend.Servers;

namespace ListmonkPS.Core.Resend.Opening;

/// <summary>
/// Finds the journals that this machine keeps of a server: under the address of the session, and under every other one that people know by the same name
/// (app.root_url) and that has mailed people of this server. So a session with the database alone, or by another address, finds them too.
/// </summary>
/// <param name="subject">The server.</param>
/// <param name="root">Folder of all journals.</param>
internal sealed class JournalFinder(ResendSubject subject, string root)
{
    /// <summary>So many of a run are asked for; people are removed now and then.</summary>
    private const int PeopleAsked = 50;

    /// <summary>The folders, where there are journals in them.</summary>
    /// <exception cref="FailureException">JournalDamaged, or the server cannot be asked.</exception>
    public async Task<IReadOnlyList<JournalFolder>> FindAsync(CancellationToken cancellation)
    {
        if (subject.IsRehearsal)
            return [];
        List<JournalFolder> found = [];
        string? own = ServerKey.Of(subject.Server) is { } key ? new JournalFolder(root, key).Path : null;
        foreach (JournalFolder folder in JournalFolder.All(root).Where(folder => folder.Files().Count > 0))
        {
            if (folder.Path == own || await IsOfServerAsync(folder, cancellation))
                found.Add(folder);
        }

        return found;
    }

    private async Task<bool> IsOfServerAsync(JournalFolder folder, CancellationToken cancellation)
    {
        foreach (string path in folder.Files())
        {
            if (subject.Root is null || (await JournalReader.FirstAsync(path, cancellation))?.Root != subject.Root)
                continue;
            ResendTarget[] people = [.. (await JournalRun.ReadAsync(path, cancellation)).Run.Items.Take(PeopleAsked).Select(item => item.Target)];
            IReadOnlyDictionary<int, DueAnswer> answers = await subject.Question.AskAsync(people, cancellation);
            if (answers.Values.Any(answer => answer.Found is not null))
                return true;
        }

        return false;
    }
}
