using ListmonkPS.Benchmarks.Running;

// Usage: [--long] [name ...]. Without a name all run. The exit code is 0 when every goal is met, 1 when one is not, 2 for a wrong name.
bool isLong = args.Contains("--long");
string[] names = [.. args.Where(argument => argument != "--long")];
IReadOnlyList<BenchmarkEntry> all = BenchmarkEntry.All();
string[] known = [.. all.Select(entry => entry.About.Name)];
if (names.Except(known).ToArray() is { Length: > 0 } unknown)
{
    await Console.Error.WriteLineAsync($"There is no benchmark {string.Join(", ", unknown)}. There are: {string.Join(", ", known)}.");
    return 2;
}

using CancellationTokenSource stop = new();
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true;
    stop.Cancel();
};
ResultTable table = new(Console.Out, known);
bool isMet = true;
foreach (BenchmarkEntry entry in all.Where(entry => names.Length == 0 || names.Contains(entry.About.Name)))
{
    try
    {
        BenchmarkResult result = await BenchmarkRun.RunAsync(entry, isLong, stop.Token);
        table.Add(result);
        isMet &= result.IsMet;
    }
    catch (NotMeasuredException missing)
    {
        table.Skip(entry.About, missing.Message);
    }
}

return isMet ? 0 : 1;
