using System.Globalization;
using System.Management.Automation.Host;
using ListmonkPS.Shell.Views.Cells;

namespace ListmonkPS.Shell.Views;

/// <summary>Cells of the default views of <see cref="SpfResult"/>, <see cref="DkimResult"/>, <see cref="DmarcResult"/> and <see cref="DnsTest"/>.</summary>
public static class DnsView
{
    private const int DomainWidth = 28;
    private const int SelectorWidth = 22;
    private const int MostLookups = 10;

    /// <summary>Widths of a row of SPF, as the head of its table has them; the address is that of IPv4, and wider where it must be.</summary>
    private const int MarkWidth = 2;
    private const int OutcomeWidth = 10;
    private const int AddressWidth = 16;
    private const int LookupWidth = 7;

    /// <summary>Width of the columns status and kind with their blanks.</summary>
    private const int BesideWhat = 20;

    /// <summary>Name of the domain, the head of its group.</summary>
    public static string Domain(string domain) => VisibleText.Of(domain);

    /// <summary>Domain, cut.</summary>
    public static string DomainCell(string domain) => CellText.Cut(VisibleText.Of(domain), DomainWidth);

    /// <summary>
    /// A result of SPF: the outcome, the address in a column that is as wide as it has to be, the lookups, and what decided, in further lines where it does
    /// not fit.
    /// </summary>
    /// <param name="result">The result.</param>
    /// <param name="host">Host whose width counts.</param>
    public static string Row(SpfResult result, PSHost? host)
    {
        ArgumentNullException.ThrowIfNull(result);
        string outcome = CellText.Pad($"{result.Result}", OutcomeWidth);
        string lookups = string.Create(CultureInfo.CurrentCulture, $"{result.LookupCount} / {MostLookups}").PadLeft(LookupWidth);
        string rest = $"{outcome}{CellText.Pad(VisibleText.Of(result.IPAddress), AddressWidth)}{lookups} ";
        int indent = CellWidth.Of(rest) + MarkWidth;
        IReadOnlyList<string> decided = CellText.Wrap(VisibleText.Of(result.DecidedBy ?? result.Summary), LineWidth.Of(host) - indent);
        return string.Join('\n', [Mark.Of(StateOf(result.Result)) + " " + rest + decided[0], .. decided.Skip(1).Select(line => new string(' ', indent) + line)]);
    }

    /// <summary>Verdict on a key with its mark.</summary>
    public static string Verdict(DkimResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        CheckStatus state = result.Verdict switch
        {
            DkimVerdict.Usable => result.Remedy is null ? CheckStatus.Pass : CheckStatus.Warning,
            DkimVerdict.TempError => CheckStatus.Error,
            _ => CheckStatus.Fail,
        };
        return Mark.Of(state) + " " + result.Verdict;
    }

    /// <summary>Selector, cut.</summary>
    public static string Selector(DkimResult result) => CellText.Cut(VisibleText.Of(result?.Selector), SelectorWidth);

    /// <summary>Type and size of a key.</summary>
    public static string Key(DkimResult result) => result?.KeyBits is { } bits
        ? string.Create(CultureInfo.InvariantCulture, $"{result.KeyType} {bits}")
        : result?.KeyType ?? "";

    /// <summary>What there is to say of a key: what to do, or nothing.</summary>
    public static string Advice(DkimResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return VisibleText.Of(result.Verdict == DkimVerdict.Usable ? result.Remedy : result.Summary);
    }

    /// <summary>Verdict on a policy with its mark.</summary>
    public static string Policy(DmarcResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        CheckStatus state = result.Verdict switch
        {
            DmarcVerdict.Found => CheckStatus.Pass,
            DmarcVerdict.TempError => CheckStatus.Error,
            _ => CheckStatus.Warning,
        };
        return Mark.Of(state) + " " + result.Verdict;
    }

    /// <summary>Outcome for the message with its mark; empty without one.</summary>
    public static string Message(DmarcResult result) => result?.Result switch
    {
        null => "",
        DmarcOutcome.Pass => Mark.Of(CheckStatus.Pass) + " " + result.Result,
        DmarcOutcome.Fail => Mark.Of(CheckStatus.Fail) + " " + result.Result,
        _ => Mark.Of(CheckStatus.Error) + " " + result.Result,
    };

    /// <summary>Status of a test with its mark.</summary>
    public static string Status(DnsTest test)
    {
        ArgumentNullException.ThrowIfNull(test);
        return Mark.Of(test.Status) + " " + test.Status;
    }

    /// <summary>What was found, and under it what to do, in lines that fit beside status and kind.</summary>
    public static string What(DnsTest test, PSHost? host)
    {
        ArgumentNullException.ThrowIfNull(test);
        int width = LineWidth.Of(host) - BesideWhat;
        string remedy = test.Remedy is null ? "" : Texts.Format("view.dns-remedy", VisibleText.Of(test.Remedy));
        IEnumerable<string> lines = CellText.Wrap(VisibleText.Of(test.Summary), width).Concat(remedy.Length > 0 ? CellText.Wrap(remedy, width) : []);
        return string.Join('\n', lines);
    }

    private static CheckStatus StateOf(SpfOutcome result) => result switch
    {
        SpfOutcome.Pass => CheckStatus.Pass,
        SpfOutcome.Fail or SpfOutcome.PermError => CheckStatus.Fail,
        SpfOutcome.TempError => CheckStatus.Error,
        _ => CheckStatus.Warning,
    };
}
