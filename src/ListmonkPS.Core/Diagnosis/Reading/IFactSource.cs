namespace ListmonkPS.Core.Diagnosis.Reading;

/// <summary>Reads one thing once. Sources may build on each other; the reader sees to order, side by side and deadlines.</summary>
internal interface IFactSource
{
    /// <summary>Type of the fact that it reads.</summary>
    Type Fact { get; }

    /// <summary>Types of the facts that it builds on; they may be missing when it is called.</summary>
    IReadOnlyList<Type> Uses { get; }

    /// <summary>Accesses of which one must have been asked for; None when nothing is needed.</summary>
    Access Needs { get; }

    /// <summary>Reads the fact.</summary>
    /// <exception cref="FailureException">It cannot be read.</exception>
    Task<object> ReadAsync(FactContext context, FactSet facts, CancellationToken cancellation);
}
