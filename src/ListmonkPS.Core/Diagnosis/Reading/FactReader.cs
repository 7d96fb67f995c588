namespace ListmonkPS.Core.Diagnosis.Reading;

/// <summary>Reads each fact once, side by side, each within its bound; a fact's inputs are read before it.</summary>
internal sealed class FactReader(
    IReadOnlyDictionary<Type, IFactSource> sources, FactContext context, TimeSpan bound, TimeProvider time, CancellationToken cancellation)
{
    private readonly Dictionary<Type, Task<FactOutcome>> _readings = [];
    private readonly object _gate = new();
    private readonly DateTimeOffset _now = time.GetUtcNow();

    /// <summary>The facts of these types, with their outcomes; the same fact is never read twice.</summary>
    public async Task<FactSet> ReadAsync(IReadOnlyList<Type> facts)
    {
        Task<FactOutcome>[] readings = [.. facts.Select(ReadingOf)];
        FactOutcome[] outcomes = await Task.WhenAll(readings);
        return new FactSet(
            _now,
            facts.Zip(outcomes).ToDictionary(pair => pair.First, pair => pair.Second),
            context.Session,
            context.NamesSession ? context.Session.Name : null);
    }

    private Task<FactOutcome> ReadingOf(Type fact)
    {
        lock (_gate)
        {
            if (!_readings.TryGetValue(fact, out Task<FactOutcome>? reading))
            {
                IFactSource source = sources[fact];
                reading = Task.Run(() => ReadOneAsync(source), cancellation);
                _readings.Add(fact, reading);
            }

            return reading;
        }
    }

    private async Task<FactOutcome> ReadOneAsync(IFactSource source)
    {
        if (source.Needs != Access.None && (source.Needs & context.Asked) == Access.None)
        {
            return new FactOutcome(null, null, source.Needs);
        }

        FactSet inputs = await ReadAsync(source.Uses);
        using CancellationTokenSource deadline = new(bound, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        try
        {
            return new FactOutcome(await source.ReadAsync(context, inputs, either.Token));
        }
        catch (FailureException failure)
        {
            return new FactOutcome(null, failure.Failure);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new FactOutcome(null, DiagnosisFailures.FactTimedOut(source.Fact.Name, bound));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A fault of one source must not take the other findings away: it becomes an Error of the checks that need it.
            return new FactOutcome(null, DiagnosisFailures.FactUnreadable(source.Fact.Name, exception.GetType().Name));
        }
    }
}
