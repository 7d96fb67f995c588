using ListmonkPS.Core.Diagnosis.Engine;
using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Reading;
using ListmonkPS.Core.Evidence.Domain;
using ListmonkPS.Core.Listmonk;

namespace ListmonkPS.Core.Diagnosis;

/// <summary>Runs the module's own checks on a session and gives the result its head and closing lines.</summary>
internal sealed class DiagnosisDoor(TimeProvider time) : IDiagnosisDoor
{
    private readonly Lazy<CheckRegistry> _registry = new(() => CheckRegistry.Of(typeof(DiagnosisDoor).Assembly));

    public async Task<IReadOnlyList<ListmonkCheck>> RunAsync(
        ListmonkSession session, DiagnosisOptions options, INoticeSink notices, CancellationToken cancellation)
    {
        long start = time.GetTimestamp();
        await DomainReporter.RequireAsync(options.Dns, options.MailPath, cancellation);
        if (options.LogPaths.FirstOrDefault(path => !File.Exists(path)) is { } missing)
            throw new FailureException(LogFailures.LogNotFound(missing));
        FactContext context = new(ListmonkServer.Of(session), session, options.NamesSession)
        {
            SmtpCredentials = options.SmtpCredentials,
            Bound = options.Timeout,
            Dns = options.Dns,
            MailPath = options.MailPath,
            LogPaths = options.LogPaths,
        };
        DiagnosisResult result = await new DiagnosisRun(_registry.Value, time).RunAsync(context, options.Timeout, notices, cancellation);
        DiagnosisDigest digest = new()
        {
            Session = session.Name,
            Version = session.Version,
            Access = context.Asked & (Access.Api | Access.Database),
            User = session.User,
            IsDatabaseReadOnly = session.IsDatabaseReadOnly,
            Checks = result.Checks,
            WaitingCount = result.Facts.TryGet<WaitingPeople>()?.Summary.People,
            Duration = time.GetElapsedTime(start),
        };
        ListmonkCheck[] wanted = [.. result.Checks.Where(check => options.Status.Count == 0 || options.Status.Contains(check.Status))];
        return [.. wanted.Select((check, index) => check with { Digest = digest, ClosesRun = index == wanted.Length - 1 })];
    }
}
