using ListmonkPS.Core.Listmonk;

namespace ListmonkPS.Core.Evidence.Logs.Reading;

/// <summary>Says what it proves when a log of listmonk has no line about failed opt-in mail, which is nearly nothing, and when it does not say whom failures hit.</summary>
/// <param name="request">What was asked for.</param>
/// <param name="server">The server; null for none.</param>
internal sealed class LogSilence(LogRequest request, ListmonkServer? server)
{
    private long _lines;
    private long _failures;
    private long _nameless;
    private DateTimeOffset? _first;

    /// <summary>True for what tells that an opt-in mail failed, or may have.</summary>
    public static bool IsFailure(LogEntry entry) =>
        entry.IsOptIn != false && entry.Class is LogClass.SmtpFailure or LogClass.Pool or LogClass.Queue or LogClass.Template or LogClass.Database;

    /// <summary>Takes an entry, wanted or not.</summary>
    public void See(LogEntry entry)
    {
        if (entry.Source == LogSource.Relay)
            return;
        _lines++;
        _first ??= entry.Time;
        if (!IsFailure(entry))
            return;
        _failures++;
        _nameless += entry is { Class: LogClass.SmtpFailure or LogClass.Pool or LogClass.Queue, SubscriberId: null } ? 1 : 0;
    }

    /// <summary>Says it; only where somebody looks for opt-in mail, or for everything and finds nothing at all.</summary>
    public void Tell(INoticeSink notices)
    {
        bool readsServer = request.Sources.Count == 0 || request.Sources.Any(source => source != LogSource.Relay);
        if (!readsServer || !(request.OptInOnly || _lines == 0))
            return;
        if (_failures == 0)
        {
            string also = server?.Quirks.LosesMailSilently == true ? " " + Texts.Format("notice.log.silent-loss", server.Version) : "";
            notices.Warning(_lines == 0 ? Texts.Format("notice.log.empty") + also : Texts.Format("notice.log.no-failure", _lines, _first?.ToLocalTime()) + also);
        }
        else if (_nameless > 0)
        {
            notices.Warning(Texts.Format("notice.log.nameless", _nameless));
        }
    }
}
