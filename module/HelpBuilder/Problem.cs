using System.Globalization;

namespace ListmonkPS.HelpBuilder;

/// <summary>One thing that keeps the help from being made.</summary>
/// <param name="Code">Kind of trouble.</param>
/// <param name="File">File to look at.</param>
/// <param name="Line">Line in it, from 1; null for the whole file.</param>
/// <param name="Text">What is wrong, in one sentence.</param>
internal sealed record Problem(ProblemCode Code, string File, int? Line, string Text)
{
    /// <summary>The problem in the form in which MSBuild reads errors.</summary>
    public override string ToString() => Line is null
        ? string.Create(CultureInfo.InvariantCulture, $"{File} : error LMPS{(int)Code:000}: {Text}")
        : string.Create(CultureInfo.InvariantCulture, $"{File}({Line}): error LMPS{(int)Code:000}: {Text}");
}
