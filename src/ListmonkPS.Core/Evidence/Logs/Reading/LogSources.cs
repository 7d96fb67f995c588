using System.Runtime.CompilerServices;
using ListmonkPS.Core.Evidence.Logs.Lines;
using ListmonkPS.Core.Evidence.Logs.Relay;
using ListmonkPS.Core.Listmonk;
using ListmonkPS.Core.Machine.Containers;
using ListmonkPS.Core.Machine.Logs;
using ListmonkPS.Core.Mail.Replies;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Evidence.Logs.Reading;

/// <summary>Opens the logs that a request names.</summary>
/// <param name="request">Which.</param>
/// <param name="server">The server; null for none.</param>
/// <param name="time">Clock.</param>
/// <param name="environment">Gives the value of an environment variable.</param>
internal sealed class LogSources(LogRequest request, ListmonkServer? server, TimeProvider time, Func<string, string?> environment)
{
    private const string UsualUnit = "listmonk*";

    /// <summary>Lines of a file by which its kind is told.</summary>
    private const int Sample = 50;

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan ApiPoll = TimeSpan.FromSeconds(2);

    private static readonly string[] RelayPlaces = ["/var/log/mail.log", "/var/log/maillog", "/var/log/exim4/mainlog", "/var/log/exim/main.log", "/var/log/exim_mainlog"];

    // As listmonk has it in English; other languages have other words, and nothing tells which is meant (G49).
    private static readonly string[] Subjects = ["Confirm subscription"];

    private readonly ReplyClassifier _classifier = new();

    private LogSpan Span => new(request.Since, request.Follow);

    private TimeZoneInfo Zone => request.TimeZone ?? time.LocalTimeZone;

    private PostfixLines Postfix => new(Zone, time.GetUtcNow());

    private EximLines Exim => new(Zone);

    /// <summary>The logs, each in the order of writing; a container is looked for when its log is begun.</summary>
    /// <exception cref="FailureException">The request names none that can be read.</exception>
    /// <param name="failed">Takes why one of several cannot be opened.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public IReadOnlyList<IAsyncEnumerable<LogEntry>> Open(Action<Failure> failed, CancellationToken cancellation)
    {
        LogSource[] wanted = request.Sources.Count > 0 ? [.. request.Sources.Distinct()] : request.Paths.Count > 0 ? [LogSource.File] : [LogSource.Api];
        List<IAsyncEnumerable<LogEntry>> logs = [];
        foreach (LogSource source in wanted)
        {
            try
            {
                logs.AddRange(Open(source, cancellation));
            }
            catch (FailureException failure) when (wanted.Length > 1)
            {
                failed(failure.Failure);
            }
        }

        return logs;
    }

    private IEnumerable<IAsyncEnumerable<LogEntry>> Open(LogSource source, CancellationToken cancellation) => source switch
    {
        LogSource.Api => [Events(new ApiLog(ApiOf(), time, ApiPoll), source, cancellation)],
        LogSource.Docker => [DockerAsync(cancellation)],
        LogSource.Journal => JournalFiles().Select(file => Events(new JournalLog(request.Unit ?? (file is null ? UsualUnit : null), file, JournalBound, time), source, cancellation)),
        LogSource.File => OwnPaths().Select(path => FileAsync(path, cancellation)),
        _ => RelayPaths().Select(path => Relayed(FileAt(path), cancellation)),
    };

    /// <summary>A big journal is searched for a while before its first line comes.</summary>
    private TimeSpan JournalBound => request.Timeout * 4;

    private Listmonk.Api.ListmonkApi ApiOf() =>
        server?.Api ?? throw new FailureException(SessionFailures.NeedsApi(server?.Name ?? ""));

    private string?[] JournalFiles() => OfJournal() is { Length: > 0 } files ? files : new string?[1];

    private string[] OfJournal() => [.. request.Paths.Where(path => path.EndsWith(".journal", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".journal~", StringComparison.OrdinalIgnoreCase))];

    private IReadOnlyList<string> OwnPaths() => request.Paths.Count == 0
        ? throw new FailureException(LogFailures.LogPathNeeded(nameof(LogSource.File)))
        : request.Sources.Contains(LogSource.Journal) ? [.. request.Paths.Except(OfJournal())] : request.Paths;

    private string[] RelayPaths()
    {
        // With File beside it the kind of each file is told by its lines.
        if (request.Paths.Count > 0)
            return request.Sources.Contains(LogSource.File) ? [] : [.. request.Paths.Except(OfJournal())];
        string[] there = [.. RelayPlaces.Where(File.Exists)];
        return there.Length > 0 ? there : throw new FailureException(LogFailures.RelayLogNotFound(string.Join(", ", RelayPlaces)));
    }

    private FileLog FileAt(string path) => new(path, time, Poll);

    private IAsyncEnumerable<LogEntry> Events(ILogStream log, LogSource source, CancellationToken cancellation) =>
        new ServerEvents(new ServerLines(_classifier, Zone, Subjects), source, log.Place).ReadAsync(log.ReadAsync(Span, cancellation), request.Follow, cancellation);

    private IAsyncEnumerable<LogEntry> Relayed(FileLog log, CancellationToken cancellation) =>
        new RelayLog(Postfix, Exim, _classifier, log.Place).ReadAsync(log.ReadAsync(Span, cancellation), cancellation);

    /// <summary>A file of listmonk's output or of a relay: its first lines tell.</summary>
    private async IAsyncEnumerable<LogEntry> FileAsync(string path, [EnumeratorCancellation] CancellationToken cancellation)
    {
        FileLog file = FileAt(path);
        IAsyncEnumerable<LogEntry> entries = await IsRelayAsync(file, cancellation) ? Relayed(file, cancellation) : Events(file, LogSource.File, cancellation);
        await foreach (LogEntry entry in entries.WithCancellation(cancellation))
            yield return entry;
    }

    private async Task<bool> IsRelayAsync(FileLog file, CancellationToken cancellation)
    {
        int seen = 0;
        await foreach (RawLine line in file.ReadAsync(new LogSpan(null, false), cancellation))
        {
            if (ServerLine.Of(line.Text).Stamp is not null || ++seen > Sample)
                return false;
            if (RelayLog.IsRelayLine(Postfix, Exim, line.Text))
                return true;
        }

        return false;
    }

    private async IAsyncEnumerable<LogEntry> DockerAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        DockerAddress address = DockerAddress.Of(request.DockerHost ?? environment("DOCKER_HOST"));
        using DockerApi docker = new(address, request.Timeout, time);
        IReadOnlyList<ContainerSummary> containers = await docker.ListAsync(cancellation);
        ContainerSummary container = (request.Container is { } wanted ? Find(containers, wanted) : containers.OrderByDescending(one => one.State == "running").FirstOrDefault(one => one.IsListmonk))
            ?? throw new FailureException(LogFailures.ContainerNotFound(
                address.Place, HarmlessText.Of(request.Container ?? "listmonk"), containers.Count == 0 ? "-" : string.Join(", ", containers.Take(20).Select(one => one.Name))));
        ContainerLog log = new(docker, container, request.Timeout, time);
        await foreach (LogEntry entry in Events(log, LogSource.Docker, cancellation).WithCancellation(cancellation))
            yield return entry;
    }

    private static ContainerSummary? Find(IReadOnlyList<ContainerSummary> containers, string wanted) =>
        containers.FirstOrDefault(one => one.Name == wanted.TrimStart('/')) ?? containers.FirstOrDefault(one => wanted.Length >= 4 && one.Id.StartsWith(wanted, StringComparison.OrdinalIgnoreCase));
}
