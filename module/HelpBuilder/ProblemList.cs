namespace ListmonkPS.HelpBuilder;

/// <summary>Collects all problems of a run, so that one build shows them all.</summary>
internal sealed class ProblemList
{
    private readonly List<Problem> _problems = [];

    /// <summary>The problems in the order in which they were found.</summary>
    public IReadOnlyList<Problem> All => _problems;

    /// <summary>Adds a problem.</summary>
    public void Add(ProblemCode code, string file, string text, int? line = null) => _problems.Add(new Problem(code, file, line, text));
}
