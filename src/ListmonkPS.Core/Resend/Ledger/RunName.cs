using System.Globalization;
using System.Text.RegularExpressions;

namespace ListmonkPS.Core.Resend.Ledger;

/// <summary>Names of runs: what a person types, and what a new run gets by itself: the day and a letter.</summary>
internal static partial class RunName
{
    private const int Longest = 64;

    /// <summary>The name, if it can be one.</summary>
    /// <exception cref="FailureException">BadRunName.</exception>
    public static string Check(string name) => Grammar().IsMatch(name) ? name : throw new FailureException(ResendFailures.BadRunName(name));

    /// <summary>A name that is not taken: "2025-05-08-a".</summary>
    /// <param name="today">The day.</param>
    /// <param name="taken">Names that are.</param>
    public static string New(DateTimeOffset today, IReadOnlySet<string> taken)
    {
        string day = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Enumerable.Range(0, int.MaxValue).Select(number => $"{day}-{Letters(number)}").First(name => !taken.Contains(name));
    }

    /// <summary>A name for a run of a journal whose own is taken in the database: "2025-05-08-a-journal", then "-journal2" and so on.</summary>
    /// <param name="name">Its own.</param>
    /// <param name="number">From 1.</param>
    public static string OfJournal(string name, int number)
    {
        string end = number == 1 ? "-journal" : string.Create(CultureInfo.InvariantCulture, $"-journal{number}");
        return name[..Math.Min(name.Length, Longest - end.Length)] + end;
    }

    /// <summary>a to z, then aa, ab and so on.</summary>
    private static string Letters(int number) => (number < 26 ? "" : Letters((number / 26) - 1)) + (char)('a' + (number % 26));

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$", RegexOptions.CultureInvariant)]
    private static partial Regex Grammar();
}
