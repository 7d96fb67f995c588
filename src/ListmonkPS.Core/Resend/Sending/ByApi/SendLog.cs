using System.Globalization;
using ListmonkPS.Core.Listmonk;
using ListmonkPS.Core.Mail.Replies;
using ListmonkPS.Core.Resend.Due;

namespace ListmonkPS.Core.Resend.Sending.ByApi;

/// <summary>What listmonk's log tells of the mails that it was asked for. A token without the right to read it does without: then a refusal has no class.</summary>
/// <param name="server">The server; its API must be there.</param>
/// <param name="notices">Told once when the log cannot be read.</param>
internal sealed class SendLog(ListmonkServer server, INoticeSink notices) : IDisposable
{
    /// <summary>Of the pool library, in English whatever the language is (6.3).</summary>
    private const string DeadPool = "timed out waiting for free conn in pool";

    /// <summary>Of a mail that left the queue and was not taken; such lines are not translated (6.3).</summary>
    private const string NotTaken = "error sending message '";

    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(5);

    private readonly ReplyClassifier _classifier = new();
    private readonly SemaphoreSlim _turn = new(1);
    private long? _looked;
    private string? _last;
    private bool _isUnreadable;

    /// <summary>True for a mail that found no connection.</summary>
    public static bool IsOfDeadPool(SmtpReply reply) => reply.Text.Contains(DeadPool, StringComparison.OrdinalIgnoreCase);

    /// <summary>Why the last mail to somebody failed; null when the log does not tell.</summary>
    public async Task<SmtpReply?> FindAsync(OptInRecipient recipient)
    {
        string mark = string.Create(CultureInfo.InvariantCulture, $"subscriber {recipient.Id} ({recipient.Uuid})");
        string? line = (await ReadAsync(CancellationToken.None)).LastOrDefault(text => text.Contains(mark, StringComparison.OrdinalIgnoreCase));
        if (line is null)
            return null;
        SmtpReply reply = _classifier.Classify(line);
        return reply with { Text = RecipientMask.Hide(reply.Text, recipient.Email) };
    }

    /// <summary>Takes what stands in the log already for old; once, before the first mail.</summary>
    public async Task BeginAsync()
    {
        await _turn.WaitAsync();
        try
        {
            if (_looked is null)
                await LookAsync(CancellationToken.None);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>What mails that left the queue were told since the last look; looked for every few seconds.</summary>
    public async Task<IReadOnlyList<SmtpReply>> NewTroublesAsync()
    {
        if (_isUnreadable || !await _turn.WaitAsync(0))
            return [];
        try
        {
            return _looked is { } looked && server.Time.GetElapsedTime(looked) < LookInterval ? [] : await LookAsync(CancellationToken.None);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The same at the end of a run, without regard to the last look.</summary>
    public async Task<IReadOnlyList<SmtpReply>> LastTroublesAsync(CancellationToken cancellation) => _isUnreadable ? [] : await LookAsync(cancellation);

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private static bool IsTrouble(string line) =>
        line.Contains(DeadPool, StringComparison.OrdinalIgnoreCase) || line.Contains(NotTaken, StringComparison.OrdinalIgnoreCase);

    /// <summary>The log is a ring, and empty after a reload: where the line that was last is gone, all lines are new.</summary>
    private async Task<IReadOnlyList<SmtpReply>> LookAsync(CancellationToken cancellation)
    {
        _looked = server.Time.GetTimestamp();
        string[] lines = [.. (await ReadAsync(cancellation)).Where(IsTrouble)];
        string[] found = lines[(_last is null ? 0 : Array.LastIndexOf(lines, _last) + 1)..];
        _last = lines.Length > 0 ? lines[^1] : null;
        return [.. found.Select(line => _classifier.Classify(line)).Select(reply => reply with { Text = RecipientMask.HideAll(reply.Text) })];
    }

    private async Task<IReadOnlyList<string>> ReadAsync(CancellationToken cancellation)
    {
        if (_isUnreadable)
            return [];
        try
        {
            return await server.Api!.GetLogAsync(cancellation); // bounded by the time-out of the session
        }
        catch (FailureException exception)
        {
            _isUnreadable = exception.Failure.Category is FailureCategory.PermissionDenied or FailureCategory.AuthenticationError;
            if (_isUnreadable)
                notices.Verbose(Texts.Format("notice.resend.log-unreadable", exception.Failure.Message));
            return [];
        }
    }
}
