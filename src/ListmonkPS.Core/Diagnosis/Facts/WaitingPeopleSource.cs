using ListmonkPS.Core.Diagnosis.Reading;


namespace ListmonkPS.Core.Diagnosis.Facts;

/// <summary>Counts those who wait, in the database.</summary>
internal sealed class WaitingPeopleSource : FactSource<WaitingPeople>
{
    public override Access Needs => Access.Database;

    public override IReadOnlyList<Type> Uses => [typeof(DatabaseState)];

    protected override async Task<WaitingPeople> ReadFactAsync(FactContext context, FactSet facts, CancellationToken cancellation)
    {
        if (facts.TryGet<DatabaseState>()?.Failure is { } failure)
        {
            throw new FailureException(failure);
        }

        return new WaitingPeople(await context.Server.Database!.ReadWaitingAsync(cancellation));
    }
}
