using System.Reflection;
using System.Text.Json;
using ListmonkPS.Core.Tests.Architecture;

namespace ListmonkPS.Core.Tests.AccessTable;

/// <summary>What one access cannot show as the other does, by nature: the table that tests compare by, so that nothing else may differ.</summary>
internal static class BlindSpots
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true };

    /// <summary>All rows of the table.</summary>
    public static IReadOnlyList<BlindSpot> All { get; } = JsonSerializer.Deserialize<BlindSpot[]>(
        File.ReadAllText(Path.Combine(RepositoryFolder.Path, "tests", "Core.Tests", "AccessTable", "blind-spots.json")), Options)!;

    /// <summary>The members of a result as text, without those in which the accesses may differ.</summary>
    public static string Comparable<T>(T result) => string.Join(" | ",
        from property in typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where !All.Any(spot => spot.Result == typeof(T).Name && spot.Member == property.Name)
        orderby property.Name
        select $"{property.Name} {(property.GetValue(result) is DateTimeOffset time ? time.ToString("O") : property.GetValue(result))}");
}
