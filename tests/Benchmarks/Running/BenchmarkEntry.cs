using System.Reflection;

namespace ListmonkPS.Benchmarks.Running;

/// <summary>A benchmark that can be run.</summary>
/// <param name="About">What it is about.</param>
/// <param name="Type">Its class.</param>
internal sealed record BenchmarkEntry(BenchmarkAttribute About, Type Type)
{
    /// <summary>All of this assembly, by name.</summary>
    public static IReadOnlyList<BenchmarkEntry> All() =>
    [
        .. typeof(BenchmarkEntry).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(IBenchmark)))
            .Select(type => new BenchmarkEntry(type.GetCustomAttribute<BenchmarkAttribute>() ?? throw new InvalidOperationException($"{type.Name} has no attribute Benchmark."), type))
            .OrderBy(entry => entry.About.Name, StringComparer.Ordinal),
    ];

    /// <summary>Makes one.</summary>
    public IBenchmark Make() => (IBenchmark)Activator.CreateInstance(Type)!;
}
