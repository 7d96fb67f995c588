using System.Reflection;
using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Diagnosis.Reading;

namespace ListmonkPS.Core.Diagnosis.Engine;

/// <summary>All checks and fact sources of an assembly, found by their types and held against each other.</summary>
internal sealed class CheckRegistry
{
    /// <summary>Takes the checks and sources, and refuses a set that does not fit together.</summary>
    /// <exception cref="InvalidOperationException">Two with one id, an id or fact that nobody provides, or a circle.</exception>
    public CheckRegistry(IEnumerable<ICheck> checks, IEnumerable<IFactSource> sources)
    {
        Checks = [.. checks.OrderBy(check => check.Info.Stage).ThenBy(check => check.Info.Id, StringComparer.Ordinal)];
        IGrouping<string, ICheck>? twice = Checks.GroupBy(check => check.Info.Id).FirstOrDefault(group => group.Skip(1).Any());
        Require(twice is null, $"Two checks have the id {twice?.Key}.");
        Sources = sources.ToDictionary(source => source.Fact);

        Dictionary<string, IReadOnlyList<string>> edges = Checks.ToDictionary(check => check.Info.Id, check => check.Info.DependsOn);
        foreach (ICheck check in Checks)
        {
            Require(check.Info.Reads.Concat(check.Info.AlsoReads).All(Sources.ContainsKey), $"{check.Info.Id} reads a fact that has no source.");
            Require(check.Info.DependsOn.All(edges.ContainsKey), $"{check.Info.Id} depends on an unknown check.");
        }

        foreach (IFactSource source in Sources.Values)
        {
            Require(source.Uses.All(Sources.ContainsKey), $"{source.Fact.Name} uses a fact that has no source.");
        }

        RequireNoCircle(edges, "DependsOn");
        RequireNoCircle(Sources.ToDictionary(pair => pair.Key, pair => pair.Value.Uses), "Uses");
    }

    /// <summary>The checks in the order of their stages.</summary>
    public IReadOnlyList<ICheck> Checks { get; }

    /// <summary>The fact sources by the type of their fact.</summary>
    public IReadOnlyDictionary<Type, IFactSource> Sources { get; }

    /// <summary>The checks and sources of an assembly.</summary>
    public static CheckRegistry Of(Assembly assembly) => new(Instances<ICheck>(assembly), Instances<IFactSource>(assembly));

    private static IEnumerable<T> Instances<T>(Assembly assembly) => assembly.GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false } && typeof(T).IsAssignableFrom(type))
        .Select(type => (T)Activator.CreateInstance(type, nonPublic: true)!);

    private static void RequireNoCircle<T>(Dictionary<T, IReadOnlyList<T>> edges, string relation)
        where T : notnull
    {
        HashSet<T> finished = [];
        foreach (T start in edges.Keys)
        {
            Visit(start, []);
        }

        void Visit(T node, HashSet<T> path)
        {
            Require(path.Add(node), $"{relation} runs in a circle at {node}.");
            if (!finished.Contains(node))
            {
                foreach (T next in edges[node])
                {
                    Visit(next, path);
                }

                finished.Add(node);
            }

            path.Remove(node);
        }
    }

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new InvalidOperationException(message);
        }
    }
}
