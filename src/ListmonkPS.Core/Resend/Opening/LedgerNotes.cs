using ListmonkPS.Core.Resend.Due;
using ListmonkPS.Core.Resend.Ledger;
using ListmonkPS.Core.Resend.Ledger.Journal;
using ListmonkPS.Core.Resend.Servers;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Resend.Opening;

/// <summary>The notes of one server: under the address of the session, and under the name by which people know the server.</summary>
/// <param name="subject">The server.</param>
/// <param name="folderOf">Gives the folder of a name.</param>
internal sealed class LedgerNotes(ResendSubject subject, Func<string, JournalFolder> folderOf)
{
    private const int MostPeople = 20;

    private DateTimeOffset Now => subject.Server.Time.GetUtcNow();

    private LedgerNoteFile? ByAddress => ServerKey.Of(subject.Server) is { } key ? new LedgerNoteFile(folderOf(key)) : null;

    private LedgerNoteFile? ByRoot => subject.Root is { } root ? new LedgerNoteFile(folderOf(root)) : null;

    /// <summary>Notes that a database is used as the ledger of the server; a rehearsal mails nobody and is not noted.</summary>
    /// <param name="ledger">The ledger in the database.</param>
    /// <param name="people">Who is added to the run.</param>
    /// <param name="isOpen">True when the run begins, false when it is left.</param>
    /// <param name="notices">Told when no note can be left.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task WriteAsync(IResendLedger ledger, IReadOnlyList<ResendTarget> people, bool isOpen, INoticeSink notices, CancellationToken cancellation)
    {
        if (ledger.Id.Length == 0 || subject.IsRehearsal)
            return;
        DateTimeOffset now = Now;
        foreach (LedgerNoteFile file in new[] { ByAddress, ByRoot }.OfType<LedgerNoteFile>())
            await file.WriteAsync(new LedgerNote(ledger.Id, ledger.Place, now, isOpen, await PeopleAsync(file, people, cancellation)), notices, cancellation);
    }

    /// <summary>Refuses a journal when another ledger of the server may have mailed somebody lately; of one that was used before, it warns.</summary>
    /// <param name="ledger">The ledger of this session; null when it is not made yet.</param>
    /// <param name="mailedBefore">Who was mailed after this is not mailed again.</param>
    /// <param name="notices">Warned.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="FailureException">LedgerElsewhere.</exception>
    public async Task CheckAsync(IResendLedger? ledger, DateTimeOffset mailedBefore, INoticeSink notices, CancellationToken cancellation)
    {
        if (await RefuseAsync(ledger, mailedBefore, cancellation) is { } note)
            notices.Warning(Texts.Format("notice.resend.other-ledger", subject.Session.Name, HarmlessText.Of(note.Place)));
    }

    /// <summary>The same without a warning.</summary>
    /// <returns>The note of another ledger; null for none.</returns>
    /// <exception cref="FailureException">LedgerElsewhere.</exception>
    public async Task<LedgerNote?> RefuseAsync(IResendLedger? ledger, DateTimeOffset mailedBefore, CancellationToken cancellation)
    {
        if (subject.IsRehearsal || await FindAsync(cancellation) is not { } note || note.Ledger == ledger?.Id)
            return null;
        return ledger is { Id.Length: 0 } && note.MayHaveMailedSince(mailedBefore, Now)
            ? throw new FailureException(LedgerFailures.LedgerElsewhere(subject.Session.Name, HarmlessText.Of(note.Place), note.UsedAt, note.IsOpen))
            : note;
    }

    /// <summary>Some of those who are mailed; of a run that only goes on, those who were noted before.</summary>
    private static async Task<IReadOnlyList<ResendTarget>> PeopleAsync(LedgerNoteFile file, IReadOnlyList<ResendTarget> people, CancellationToken cancellation)
    {
        if (people.Count > 0)
            return [.. people.Take(MostPeople)];
        try
        {
            return (await file.ReadAsync(cancellation))?.People ?? [];
        }
        catch (FailureException)
        {
            return []; // it is written anew
        }
    }

    /// <summary>The note of this server. One by the name alone counts when the server has some of its people: copies of a server may share a name.</summary>
    private async Task<LedgerNote?> FindAsync(CancellationToken cancellation)
    {
        LedgerNote? byAddress = ByAddress is null ? null : await ByAddress.ReadAsync(cancellation);
        LedgerNote? byRoot = ByRoot is null ? null : await ByRoot.ReadAsync(cancellation);
        if (byRoot is null || byRoot.UsedAt <= byAddress?.UsedAt || !await HasAsync(byRoot.People, cancellation))
            return byAddress;
        return byRoot;
    }

    private async Task<bool> HasAsync(IReadOnlyList<ResendTarget> people, CancellationToken cancellation)
    {
        if (people.Count == 0)
            return false;
        IReadOnlyDictionary<int, DueAnswer> answers = await subject.Question.AskAsync(people, cancellation);
        return answers.Values.Any(answer => answer.Found is not null);
    }
}
