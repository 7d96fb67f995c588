using System.Diagnostics.CodeAnalysis;
using ListmonkPS.Core.Dns.Lookup.Records;

namespace ListmonkPS.Core.Dns.Spf.Records;

/// <summary>Finds the SPF records among TXT records and reads one whole, before anything in it is evaluated (RFC 7208 4.5, 4.6).</summary>
internal static class SpfRecordParser
{
    private const string Version = "v=spf1";

    /// <summary>The texts that are SPF records: they begin with the version, in any case, followed by a space or the end (4.5).</summary>
    public static List<string> Select(IReadOnlyList<DnsRecord> records)
    {
        List<string> selected = [];
        foreach (DnsRecord record in records)
        {
            if (record is TxtRecord { Text: string text } && IsSpf(text))
                selected.Add(text);
        }

        return selected;
    }

    /// <summary>Reads a record that was selected; false when its syntax is wrong anywhere.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out SpfRecord? record, [NotNullWhen(false)] out SpfSyntaxError? error)
    {
        record = null;
        error = null;
        List<SpfTerm> mechanisms = [];
        SpfTerm? redirect = null;
        SpfTerm? exp = null;
        // Only the space separates terms; a tab or a line break is part of one, and so an error (4.6.1).
        foreach (string written in text[Version.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!SpfTermParser.TryParse(written, out SpfTerm? term, out error))
                return false;
            if ((term.Kind == SpfTermKind.Redirect && redirect is not null) || (term.Kind == SpfTermKind.Exp && exp is not null))
            {
                error = new SpfSyntaxError(written, SpfSyntaxError.ModifierTwice); // 6
                return false;
            }

            Place(term, mechanisms, ref redirect, ref exp);
        }

        record = new SpfRecord(text, mechanisms, redirect, exp);
        return true;
    }

    private static bool IsSpf(string text) =>
        text.StartsWith(Version, StringComparison.OrdinalIgnoreCase) && (text.Length == Version.Length || text[Version.Length] == ' ');

    private static void Place(SpfTerm term, List<SpfTerm> mechanisms, ref SpfTerm? redirect, ref SpfTerm? exp)
    {
        if (term.Kind == SpfTermKind.Redirect)
            redirect = term;
        else if (term.Kind == SpfTermKind.Exp)
            exp = term;
        else if (term.Kind != SpfTermKind.UnknownModifier)
            mechanisms.Add(term);
    }
}
