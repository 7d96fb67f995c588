using System.Text.Json.Nodes;

namespace ListmonkPS.Core.Tests.Listmonk.Plans;

/// <summary>One place at which a plan reads one of the big tables.</summary>
/// <param name="Table">The table.</param>
/// <param name="How">Seq Scan, or the index.</param>
/// <param name="Read">Rows that it looked at.</param>
/// <param name="Kept">Rows that it gave on.</param>
/// <param name="Times">How often it was done.</param>
internal sealed record PlanScan(string Table, string How, double Read, double Kept, double Times)
{
    public static readonly string[] Big = ["subscribers", "subscriber_lists"];

    /// <summary>So few rows of one key are a look-up, however often it is done.</summary>
    private const int OfOneKey = 5;

    /// <summary>True for the rows of one key each time.</summary>
    public bool IsLookUp => Times > 1 && How != "Seq Scan" && Read / Times <= OfOneKey;

    /// <summary>The scans of a plan as auto_explain tells it, in its order.</summary>
    /// <param name="node">A node of the plan.</param>
    /// <param name="tables">The big tables.</param>
    public static IEnumerable<PlanScan> In(JsonNode node, string[] tables)
    {
        JsonNode[] children = [.. (node["Plans"] as JsonArray ?? []).OfType<JsonNode>()];
        if (node["Relation Name"]?.GetValue<string>() is { } table && tables.Contains(table) && node["Node Type"]!.GetValue<string>() != "ModifyTable")
        {
            double loops = Number(node, "Actual Loops");
            double kept = Number(node, "Actual Rows") * loops;
            double removed = (Number(node, "Rows Removed by Filter") + Number(node, "Rows Removed by Index Recheck")) * loops;
            string index = string.Join(" + ", IndexesOf(node));
            yield return new PlanScan(table, index.Length > 0 ? index : node["Node Type"]!.GetValue<string>(), kept + removed, kept, loops);
        }

        foreach (PlanScan scan in children.SelectMany(child => In(child, tables)))
            yield return scan;
    }

    private static IEnumerable<string> IndexesOf(JsonNode node) =>
        (node["Index Name"]?.GetValue<string>() is { } name ? [name] : Enumerable.Empty<string>())
            .Concat((node["Plans"] as JsonArray ?? []).OfType<JsonNode>().Where(child => child["Node Type"]!.GetValue<string>().StartsWith("Bitmap", StringComparison.Ordinal)).SelectMany(IndexesOf));

    private static double Number(JsonNode node, string name) => node[name]?.GetValue<double>() ?? 0;
}
