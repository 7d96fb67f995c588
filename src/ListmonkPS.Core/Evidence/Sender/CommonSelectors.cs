namespace ListmonkPS.Core.Evidence.Sender;

/// <summary>Selectors that mail providers and programs use; DNS cannot list the selectors of a domain, so these are worth a try.</summary>
internal static class CommonSelectors
{
    /// <summary>The selectors.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "default", "dkim", "mail", "smtp", "email", "key1", "key2", "s1", "s2", "k1", "k2", "k3", "selector1", "selector2", "google", "mxvault",
        "fm1", "fm2", "fm3", "protonmail", "protonmail2", "protonmail3", "zoho", "zmail", "pm", "20161025", "mandrill", "mailjet", "mg", "smtpapi",
        "scph0920", "brevo1", "brevo2", "sib", "mte1", "mte2", "cm", "everlytickey1", "dk", "resend", "mailo", "ovhmo1", "ovhmo2", "hse1", "hse2",
        "postal", "mailcow", "modoboa", "stalwart",
    ];

    /// <summary>True when a search found a key, or what was meant as one; a wildcard record answers for every selector with a text of another kind.</summary>
    public static bool IsFound(DkimResult result) => result.Verdict != DkimVerdict.Missing && !IsOther(result);

    private static bool IsOther(DkimResult result) =>
        result.Verdict == DkimVerdict.Invalid
        && result.Record?.Contains("DKIM1", StringComparison.OrdinalIgnoreCase) is not true
        && (result.Reasons.Contains(DkimReason.VersionUnsupported) || result.Reasons.Contains(DkimReason.SyntaxError) || result.Reasons.Contains(DkimReason.KeyMissing));
}
