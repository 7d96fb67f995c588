namespace ListmonkPS.Core.Diagnosis.Checks.Dns.Spf;

/// <summary>Which check names a fault of an SPF record that leaves the rest of it unjudged.</summary>
internal static class SpfFaults
{
    public const string Missing = "dns.spf-missing";
    public const string Several = "dns.spf-several";
    public const string Invalid = "dns.spf-invalid";
    public const string Lookups = "dns.spf-lookups";
    public const string Unanswered = "dns.spf-unanswered";
    public const string Sender = "dns.spf-sender";
    public const string Open = "dns.spf-open";

    /// <summary>Id of the check; null when the record can be evaluated.</summary>
    public static string? Of(DnsTest test) => test.Reasons.Select(OfReason).FirstOrDefault(id => id is not null);

    private static string? OfReason(string reason) => reason switch
    {
        SpfReason.NoRecord or SpfReason.DomainInvalid => Missing,
        SpfReason.MultipleRecords => Several,
        SpfReason.SyntaxError or SpfReason.TargetWithoutRecord or SpfReason.VoidLimit or SpfReason.MxLimit => Invalid,
        SpfReason.LookupLimit => Lookups,
        SpfReason.DnsError or SpfReason.TimeLimit => Unanswered,
        _ => null,
    };
}
