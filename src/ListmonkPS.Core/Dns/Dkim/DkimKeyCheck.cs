using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.Core.Dns.Lookup.Records;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Dns.Dkim;

/// <summary>
/// Fetches a key and judges whether signatures can be verified with it (RFC 6376 6.1.2, RFC 8301, RFC 8463): the door of this room. The service
/// is always e-mail.
/// </summary>
/// <param name="lookup">Where names are asked.</param>
internal sealed class DkimKeyCheck(IDnsLookup lookup)
{
    private const string Sha1 = "sha1";
    private const string Sha256 = "sha256";

    /// <summary>Notable, but no hindrance.</summary>
    private static readonly string[] Notes =
    [
        DkimReason.KeyBelowRecommended, DkimReason.KeyAboveRequired, DkimReason.Testing, DkimReason.TagUnknown,
    ];

    /// <summary>Not looked at when the key is withdrawn (RFC 6376 6.1.2: step 7 comes before them).</summary>
    private static readonly string[] BehindRevocation =
    [
        DkimReason.KeyRevoked, DkimReason.KeyTypeUnknown, DkimReason.AlgorithmMismatch, DkimReason.AlgorithmHistoric, DkimReason.IdentityMismatch,
    ];

    /// <summary>Judges the key of a query.</summary>
    public async Task<DkimResult> CheckAsync(DkimQuery query, CancellationToken cancellation)
    {
        DnsAnswer answer = await lookup.AskAsync(new DnsQuestion(query.Name, DnsRecordType.Txt), cancellation);
        if (answer.IsError)
            return Make(query, answer, null, new DkimKeyRecord(), [DkimReason.DnsError]);
        string[] texts = [.. answer.Records.OfType<TxtRecord>().Select(record => record.Text)];
        if (texts.Length == 0)
            return Make(query, answer, null, new DkimKeyRecord(), [DkimReason.NoKey]);
        DkimKeyRecord record = DkimKeyRecord.Parse(texts[0]);
        List<string> reasons = [.. texts.Length > 1 ? JudgeSeveral(texts) : [], .. record.Reasons, .. JudgeSignature(query, record)];
        if (reasons.Except(Notes).Any() && HasQuoting(texts[0]))
            reasons.Add(DkimReason.QuotingMistake);
        return Make(query, answer, texts[0], record, [.. reasons.Distinct().OrderBy(Notes.Contains)]);
    }

    private static List<string> JudgeSeveral(string[] texts) => DkimKeyRecord.Parse(string.Concat(texts)).Key is null
        ? [DkimReason.MultipleRecords]
        : [DkimReason.MultipleRecords, DkimReason.KeySplit];

    /// <summary>Whether the record serves the signature; without one, whether it serves any that verifiers take today.</summary>
    private static List<string> JudgeSignature(DkimQuery query, DkimKeyRecord record)
    {
        List<string> reasons = [];
        (string? type, string hash) = query.Algorithm switch
        {
            null => (record.KeyType, Sha256),
            "rsa-sha256" => (DkimPublicKey.Rsa, Sha256),
            "rsa-sha1" => (DkimPublicKey.Rsa, Sha1),
            "ed25519-sha256" => (DkimPublicKey.Ed25519, Sha256),
            _ => ("", Sha256),
        };
        if (hash == Sha1)
            reasons.Add(DkimReason.AlgorithmHistoric); // RFC 8301 3.1
        if (record.KeyType is not null && type != record.KeyType)
            reasons.Add(DkimReason.AlgorithmMismatch);
        if (record.Hashes is not null && !record.Hashes.Contains(hash))
            reasons.Add(DkimReason.HashMismatch);
        if (query.Identity is { } identity && !IsIdentityAllowed(query.Domain, identity, record.IsStrict))
            reasons.Add(DkimReason.IdentityMismatch);
        return reasons;
    }

    /// <summary>The domain of i= is d= or below it, with t=s d= itself (RFC 6376 3.5 i=, 3.6.1 t=).</summary>
    private static bool IsIdentityAllowed(string domain, string identity, bool isStrict)
    {
        string? of = DomainName.TryNormalize(identity[(identity.LastIndexOf('@') + 1)..]);
        return of is not null && (isStrict ? DomainName.AreEqual(of, domain) : DomainName.IsAtOrBelow(of, domain));
    }

    private static bool HasQuoting(string text) => text.AsSpan().IndexOfAny('"', '\\') >= 0;

    private static DkimResult Make(DkimQuery query, DnsAnswer answer, string? text, DkimKeyRecord record, IReadOnlyList<string> reasons)
    {
        string verdict = Verdict(answer, text, record, reasons);
        return new DkimResult
        {
            Domain = query.Domain,
            Selector = query.Selector,
            Name = query.Name,
            Record = text is null ? null : HarmlessText.Of(text, ushort.MaxValue),
            Verdict = verdict,
            KeyType = record.KeyType,
            KeyBits = record.Key?.Bits,
            Testing = record.IsTesting,
            StrictIdentity = record.IsStrict,
            Reasons = new TextList<string>(reasons),
            Summary = DkimWording.Summary(query, verdict, record, answer, reasons),
            Remedy = DkimWording.Remedy(query, record, reasons),
            Aliases = new TextList<string>(answer.Aliases.Select(alias => HarmlessText.Of(alias, HarmlessText.ValueLength))),
        };
    }

    private static string Verdict(DnsAnswer answer, string? text, DkimKeyRecord record, IReadOnlyList<string> reasons)
    {
        if (text is null)
            return answer.IsError ? DkimVerdict.TempError : DkimVerdict.Missing;
        string[] hindrances = [.. reasons.Except(Notes)];
        if (hindrances.Length == 0)
            return DkimVerdict.Usable;
        return record.IsRevoked && !hindrances.Except(BehindRevocation).Any() ? DkimVerdict.Revoked : DkimVerdict.Invalid;
    }
}
