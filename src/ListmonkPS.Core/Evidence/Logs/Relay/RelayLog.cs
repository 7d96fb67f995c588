using System.Runtime.CompilerServices;
using ListmonkPS.Core.Evidence.Logs.Lines;
using ListmonkPS.Core.Machine.Logs;
using ListmonkPS.Core.Mail.Replies;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Evidence.Logs.Relay;

/// <summary>
/// Follows each mail through a relay's log by its queue id, over the id that a content filter gives it, to its end. Each time something becomes of it for a recipient there is an entry
/// with all that is known of the mail by then; at the end of the log one for each mail of which nothing became.
/// </summary>
/// <param name="postfix">Reads Postfix.</param>
/// <param name="exim">Reads Exim.</param>
/// <param name="classifier">Of replies.</param>
/// <param name="place">Name of the log.</param>
internal sealed class RelayLog(PostfixLines postfix, EximLines exim, ReplyClassifier classifier, string place)
{
    /// <summary>Mails that are kept in memory at once; of the oldest beyond that the end is not seen.</summary>
    private const int MostMails = 100_000;

    private readonly Dictionary<string, RelayMail> _mails = [];
    private readonly Queue<string> _order = new();

    /// <summary>True when a line is one of a relay.</summary>
    public static bool IsRelayLine(PostfixLines postfix, EximLines exim, string line) => postfix.TryRead(line) is not null || exim.TryRead(line) is { QueueId: not null };

    /// <summary>The entries.</summary>
    public async IAsyncEnumerable<LogEntry> ReadAsync(IAsyncEnumerable<RawLine> log, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (RawLine raw in log.WithCancellation(cancellation))
        {
            if ((postfix.TryRead(raw.Text) ?? exim.TryRead(raw.Text)) is { Kind: not RelayLineKind.None } line && Take(line, raw) is { } entry)
                yield return entry;
        }

        foreach (RelayMail mail in _mails.Values.Where(mail => !mail.HasOutcome && mail.Sender is not null))
            yield return Entry(mail, LogClass.MailQueued, mail.Since, false, Texts.Format("log.relay.no-outcome"), null);
    }

    private LogEntry? Take(RelayLine line, RawLine raw)
    {
        if (line.Kind == RelayLineKind.Rejected)
        {
            RelayMail refused = new() { QueueIds = line.QueueId is { } id ? [id] : [], Sender = line.Sender };
            return Entry(refused, LogClass.MailRejected, raw.Time ?? line.Time, raw.Time is not null || line.HasZone, raw.Text, line.Recipient) with { IsFinal = true };
        }

        if (line.QueueId is null)
            return null;
        RelayMail mail = MailOf(line);
        mail.Sender ??= line.Sender;
        mail.MessageId ??= line.MessageId;
        if (line.Kind == RelayLineKind.Done)
            _mails.Remove(line.QueueId);
        return line.Kind is RelayLineKind.Sent or RelayLineKind.Deferred or RelayLineKind.Bounced ? Outcome(mail, line, raw) : null;
    }

    private LogEntry Outcome(RelayMail mail, RelayLine line, RawLine raw)
    {
        mail.HasOutcome = true;
        string recipient = line.Recipient ?? "";
        int attempts = mail.Attempts[recipient] = mail.Attempts.GetValueOrDefault(recipient) + 1;
        if (line.NextId is { } next)
            Keep(next, new RelayMail { QueueIds = [.. mail.QueueIds, next], Sender = mail.Sender, MessageId = mail.MessageId, Since = mail.Since });
        LogClass found = line.Kind switch { RelayLineKind.Sent => LogClass.MailSent, RelayLineKind.Deferred => LogClass.MailDeferred, _ => LogClass.MailBounced };
        return Entry(mail, found, raw.Time ?? line.Time, raw.Time is not null || line.HasZone, raw.Text, line.Recipient) with
        {
            Attempts = attempts,
            IsFinal = line.Kind != RelayLineKind.Deferred && line.NextId is null,
        };
    }

    private LogEntry Entry(RelayMail mail, LogClass found, DateTimeOffset? time, bool hasZone, string text, string? recipient) => new()
    {
        Time = time,
        HasZone = hasZone,
        Source = LogSource.Relay,
        Place = place,
        Class = found,
        Message = ServerLines.Shown(text),
        Reply = found == LogClass.MailQueued ? null : classifier.Classify(LogSecrets.Hide(text)),
        QueueId = new TextList<string>(mail.QueueIds.Select(id => HarmlessText.Of(id))),
        MessageId = mail.MessageId is null ? null : HarmlessText.Of(mail.MessageId, HarmlessText.ValueLength),
        Sender = mail.Sender is null ? null : HarmlessText.Of(mail.Sender, HarmlessText.ValueLength),
        Recipient = recipient is null ? null : HarmlessText.Of(recipient, HarmlessText.ValueLength),
    };

    private RelayMail MailOf(RelayLine line)
    {
        if (_mails.TryGetValue(line.QueueId!, out RelayMail? known))
            return known;
        RelayMail mail = new() { QueueIds = [line.QueueId!], Since = line.Time };
        Keep(line.QueueId!, mail);
        return mail;
    }

    private void Keep(string id, RelayMail mail)
    {
        _mails[id] = mail;
        _order.Enqueue(id);
        while (_order.Count > MostMails)
            _mails.Remove(_order.Dequeue());
    }
}
