using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.Core.Dns.Lookup.Records;
using ListmonkPS.Core.Dns.Spf.Macros;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Dns.Spf;

/// <summary>The text that a domain gives for a fail (RFC 7208 6.2). It never changes a result and costs no count.</summary>
internal static class SpfExplanation
{
    /// <summary>Longest text that is shown.</summary>
    private const int LongestText = 1000;

    /// <summary>The text, or null: whatever goes wrong on the way counts as if there were no exp.</summary>
    public static async ValueTask<string?> FindAsync(SpfRun run, SpfCheck check)
    {
        if (check.Exp is not { } exp)
            return null;
        string name = await run.TargetAsync(exp.Term, exp.Domain);
        DnsAnswer answer = await run.AskAsync(name, DnsRecordType.Txt);
        if (answer.Records is not [TxtRecord { Text: string text }]
            || !MacroParser.TryParse(text, MacroUse.Explanation, out MacroString? macros))
            return null;
        return HarmlessText.Of(macros.Expand(await run.ValuesAsync(macros, exp.Domain)), LongestText);
    }
}
