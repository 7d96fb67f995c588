namespace ListmonkPS.Benchmarks.Running;

/// <summary>Says what a benchmark is about.</summary>
/// <param name="name">Name on the command line: smtp-login.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class BenchmarkAttribute(string name) : Attribute
{
    /// <summary>Name on the command line.</summary>
    public string Name { get; } = name;

    /// <summary>What is held against what, in one line.</summary>
    public required string Compares { get; init; }

    /// <summary>Ours may be so many times the baseline at most.</summary>
    public required double Goal { get; init; }

    /// <summary>Unit of the readings.</summary>
    public string Unit { get; init; } = "ms";
}
