using System.Globalization;

namespace ListmonkPS.Benchmarks.Running;

/// <summary>Writes a row as soon as its benchmark is done.</summary>
internal sealed class ResultTable
{
    private const int FigureWidth = 12;
    private readonly TextWriter _output;
    private readonly int _nameWidth;

    /// <summary>Writes the head.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="names">Names that may come, for the width of their column.</param>
    public ResultTable(TextWriter output, IEnumerable<string> names)
    {
        _output = output;
        _nameWidth = names.Max(name => name.Length) + 2;
        _output.WriteLine($"{"".PadRight(_nameWidth)}{"ours",FigureWidth}{"baseline",FigureWidth}{"ratio",8}{"goal",8}");
    }

    /// <summary>Adds a row.</summary>
    public void Add(BenchmarkResult result)
    {
        BenchmarkAttribute about = result.About;
        _output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{about.Name.PadRight(_nameWidth)}{Figure(result.Ours, about.Unit),FigureWidth}{Figure(result.Baseline, about.Unit),FigureWidth}{result.Ratio,8:0.00}{about.Goal,8:0.00}  {(result.IsMet ? "met" : "NOT MET")}"));
        _output.WriteLine($"{"".PadRight(_nameWidth)}{about.Compares}");
    }

    /// <summary>Adds a row of a benchmark that could not be run.</summary>
    public void Skip(BenchmarkAttribute about, string reason) => _output.WriteLine($"{about.Name.PadRight(_nameWidth)}not measured, {reason}");

    private static string Figure(double value, string unit) => string.Create(CultureInfo.InvariantCulture, $"{value:0.00} {unit}");
}
