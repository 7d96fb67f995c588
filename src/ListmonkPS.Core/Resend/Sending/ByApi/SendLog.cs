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

    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(5);

    private readonly ReplyClassifier _classifier = new();
    private readonly SemaphoreSlim _turn = new(1);
    private long _looked = long.MinValue;
    private int _known = -1;
    private bool _isUnreadable;

    /// <summary>True for a mail that found no connection.</summary>
    public static bool IsOfDeadPool(SmtpReply reply) => reply.Text.Contains(DeadPool, StringComparison.OrdinalIgnoreCase);

    /// <summary>Why the last mail to somebody failed; null when the log does not tell.</summary>
    public async Task<SmtpReply?> FindAsync(OptInRecipient recipient)
    {
        string mark = string.Create(CultureInfo.InvariantCulture, $"subscriber {recipient.Id} ({recipient.Uuid})");
        string? line = (await ReadAsync()).LastOrDefault(text => text.Contains(mark, StringComparison.OrdinalIgnoreCase));
        return line is null ? null : _classifier.Classify(line);
    }

    /// <summary>True when mails have found no connection since the run began; looked for every few seconds.</summary>
    public async Task<bool> HasPoolDiedAsync()
    {
        if (_isUnreadable || !await _turn.WaitAsync(0))
            return false;
        try
        {
            if (_looked != long.MinValue && server.Time.GetElapsedTime(_looked) < LookInterval)
                return false;
            _looked = server.Time.GetTimestamp();
            int found = (await ReadAsync()).Count(line => line.Contains(DeadPool, StringComparison.OrdinalIgnoreCase));
            bool isNew = _known >= 0 && found > _known;
            _known = found;
            return isNew;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task<IReadOnlyList<string>> ReadAsync()
    {
        if (_isUnreadable)
            return [];
        try
        {
            return await server.Api!.GetLogAsync(CancellationToken.None); // bounded by the time-out of the session
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
