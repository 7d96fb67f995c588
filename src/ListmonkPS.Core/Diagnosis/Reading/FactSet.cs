namespace ListmonkPS.Core.Diagnosis.Reading;

/// <summary>The facts that were asked for, each with its outcome, and the time at which the run began.</summary>
internal sealed class FactSet(DateTimeOffset now, IReadOnlyDictionary<Type, FactOutcome> outcomes, ListmonkSession? session = null, string? namedSession = null)
{
    /// <summary>The session as the user sees it; null in tests of a check alone.</summary>
    public ListmonkSession? Session => session;

    /// <summary>Name of the session where remedy commands must name it; null when it is the default one.</summary>
    public string? NamedSession => namedSession;

    /// <summary>When the run began.</summary>
    public DateTimeOffset Now => now;

    /// <summary>A fact that was asked for and is there.</summary>
    public T Get<T>()
        where T : class => TryGet<T>() ?? throw new InvalidOperationException($"Fact {typeof(T).Name} was not asked for or could not be read.");

    /// <summary>A fact, or null when it could not be read.</summary>
    public T? TryGet<T>()
        where T : class => outcomes.TryGetValue(typeof(T), out FactOutcome? outcome) ? outcome.Value as T : null;

    /// <summary>The outcome of the first of these facts that is not there; null when all are.</summary>
    public FactOutcome? FirstMissing(IReadOnlyList<Type> facts) =>
        facts.Select(fact => outcomes[fact]).FirstOrDefault(outcome => outcome.Value is null);
}
