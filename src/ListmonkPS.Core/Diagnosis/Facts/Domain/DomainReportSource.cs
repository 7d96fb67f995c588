using ListmonkPS.Core.Diagnosis.Reading;
using ListmonkPS.Core.Evidence.Domain;

namespace ListmonkPS.Core.Diagnosis.Facts.Domain;

/// <summary>Asks the DNS about the domain that the server sends as, and that of a mail where one is given.</summary>
internal sealed class DomainReportSource : FactSource<DomainReport>
{
    public override Access Needs => Access.Api | Access.Database;

    public override IReadOnlyList<Type> Uses => [typeof(StoredSettings)];

    protected override async Task<DomainReport> ReadFactAsync(FactContext context, FactSet facts, CancellationToken cancellation)
    {
        StoredSettings settings = facts.TryGet<StoredSettings>() ?? throw new FailureException(facts.FirstMissing([typeof(StoredSettings)])!.Failure!);
        return await new DomainReporter(context.Dns, context.Bound, context.Server.Time).ReadAsync(settings.Values, context.MailPath, cancellation);
    }
}
