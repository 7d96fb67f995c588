using System.Globalization;

namespace ListmonkPS.Core.Tests.Listmonk.OptIn.Breaks;

/// <summary>
/// The acceptance of issue 7: breaks in simulated histories are found and dated, and nothing is found where nothing broke. LISTMONKPS_HISTORIES sets how many of
/// each kind; by hand 500.
/// </summary>
public sealed class SimulatedBreakTests
{
    private const int Usual = 24;
    private static readonly int Histories = int.Parse(Environment.GetEnvironmentVariable("LISTMONKPS_HISTORIES") ?? $"{Usual}", CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_break_to_nothing_is_dated_and_a_whole_history_shows_none()
    {
        SimulatedOutcome[] broken = await RunAsync(BreakKind.Zero, BreakScope.Total, 1_000);
        SimulatedOutcome[] whole = await RunAsync(BreakKind.None, BreakScope.Total, 500_000);
        SimulatedOutcome[] fair = [.. broken.Where(one => one.IsFair)];
        double dated = Part(fair, one => one.IsDated);
        int alarms = whole.Count(one => one.Found is not null);
        Print("to nothing", broken);
        TestContext.Current.TestOutputHelper?.WriteLine($"false alarms: {alarms} of {whole.Length}");
        foreach (SimulatedOutcome one in whole.Where(one => one.Found is not null).Concat(fair.Where(one => !one.IsDated)))
            TestContext.Current.TestOutputHelper?.WriteLine($"  {one.Text} miss {one.Miss:0.00} width {one.Width:0.00} {(one.Found is null ? "not found" : "")}");
        Assert.True(dated >= 0.95, $"{dated:P1} dated");
        Assert.True(alarms <= Math.Max(1, whole.Length / 100), $"{alarms} false alarms of {whole.Length}");
    }

    [Theory]
    [InlineData(BreakKind.Half, BreakScope.Total, 0.8)]
    [InlineData(BreakKind.Domain, BreakScope.Domain, 0.8)]
    [InlineData(BreakKind.Afternoons, BreakScope.HourOfDay, 0.7)]
    public async Task A_break_in_part_shows_where_it_is_looked_for(BreakKind kind, BreakScope scope, double wanted)
    {
        SimulatedOutcome[] outcomes = await RunAsync(kind, scope, 2_000_000);
        Print(kind.ToString(), outcomes);
        double found = Part([.. outcomes.Where(one => one.IsFair)], one => one.Found is not null);
        Assert.True(found >= wanted, $"{found:P1} found");
    }

    [Fact]
    public async Task Rough_habits_make_no_break_and_hide_none()
    {
        SimulatedOutcome[] broken = await RunAsync(BreakKind.Zero, BreakScope.Total, 3_000_000, roughness: 3);
        SimulatedOutcome[] whole = await RunAsync(BreakKind.None, BreakScope.Total, 4_000_000, roughness: 3);
        int alarms = whole.Count(one => one.Found is not null);
        Print("to nothing, rough", broken);
        TestContext.Current.TestOutputHelper?.WriteLine($"false alarms, rough: {alarms} of {whole.Length}");
        foreach (SimulatedOutcome one in whole.Where(one => one.Found is not null))
            TestContext.Current.TestOutputHelper?.WriteLine($"  {one.Text}");
        Assert.True(Part([.. broken.Where(one => one.IsFair)], one => one.IsDated) >= 0.95);
        Assert.True(alarms <= Math.Max(1, whole.Length / 50), $"{alarms} false alarms of {whole.Length}");
    }

    private static async Task<SimulatedOutcome[]> RunAsync(BreakKind kind, BreakScope scope, int firstSeed, double roughness = 1)
    {
        int count = kind is BreakKind.Zero or BreakKind.None ? Histories : Histories / 3;
        SimulatedOutcome[] outcomes = new SimulatedOutcome[count];
        await Parallel.ForAsync(0, count, async (index, _) => outcomes[index] = await SimulatedOutcome.OfAsync(firstSeed + index, kind, scope, roughness));
        return outcomes;
    }

    private static void Print(string name, SimulatedOutcome[] outcomes)
    {
        SimulatedOutcome[] fair = [.. outcomes.Where(one => one.IsFair)];
        double[] misses = [.. fair.Where(one => one.Found is not null).Select(one => Math.Abs(one.Miss)).Order()];
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{name}: {outcomes.Length} histories, {fair.Length} with enough lost; found {Part(fair, one => one.Found is not null):P1}, dated {Part(fair, one => one.IsDated):P1}, "
            + (misses.Length == 0 ? "" : $"off by {misses[misses.Length / 2]:0.000} days (median), {misses[(int)(misses.Length * 0.95)]:0.00} (95 %); ")
            + $"of those with less found {Part([.. outcomes.Where(one => !one.IsFair)], one => one.Found is not null):P1}");
    }

    private static double Part(SimulatedOutcome[] outcomes, Func<SimulatedOutcome, bool> isSo) =>
        outcomes.Length == 0 ? 1 : outcomes.Count(isSo) / (double)outcomes.Length;
}
