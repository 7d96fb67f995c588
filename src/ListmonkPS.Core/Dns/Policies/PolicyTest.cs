using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Dns.Policies;

/// <summary>Makes the tests of this room: sentence and remedy go by kind and first reason, so that each word has its text in one place.</summary>
internal static class PolicyTest
{
    /// <summary>A test that passed.</summary>
    /// <param name="kind">What it is about.</param>
    /// <param name="name">Name that was looked at.</param>
    /// <param name="record">What was found, for the record and as {1} of the sentence.</param>
    public static DnsTest Pass(DnsTestKind kind, string name, string? record) => new()
    {
        Kind = kind,
        Name = Shown(name),
        Status = CheckStatus.Pass,
        Record = record is null ? null : Shown(record),
        Summary = Texts.Format(Key(kind, "pass"), Shown(name), Shown(record ?? "")),
    };

    /// <summary>A test with something to say.</summary>
    /// <param name="kind">What it is about.</param>
    /// <param name="name">Name that was looked at, {0} of the sentence.</param>
    /// <param name="status">How bad it is.</param>
    /// <param name="reason">Machine word.</param>
    /// <param name="record">What was found, for the record and as {1} of the sentence.</param>
    public static DnsTest Tell(DnsTestKind kind, string name, CheckStatus status, string reason, string? record = null) => new()
    {
        Kind = kind,
        Name = Shown(name),
        Status = status,
        Record = record is null ? null : Shown(record),
        Reasons = new TextList<string>([reason]),
        Summary = Texts.Format(Key(kind, reason), Shown(name), Shown(record ?? "")),
        Remedy = Texts.TryFind(Key(kind, reason) + ".remedy") is null ? null : Texts.Format(Key(kind, reason) + ".remedy", Shown(name), Shown(record ?? "")),
    };

    /// <summary>A test that the DNS did not let be made.</summary>
    public static DnsTest Error(DnsTestKind kind, string name, DnsAnswer answer) => new()
    {
        Kind = kind,
        Name = Shown(name),
        Status = CheckStatus.Error,
        Reasons = new TextList<string>([DnsReason.DnsError]),
        Summary = Texts.Format("dns.error." + answer.Kind, Shown(name)),
    };

    private static string Key(DnsTestKind kind, string word) => $"dns.test.{kind}.{word}";

    private static string Shown(string text) => HarmlessText.Of(text, HarmlessText.ValueLength);
}
