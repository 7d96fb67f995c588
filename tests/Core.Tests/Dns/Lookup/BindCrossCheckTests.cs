using System.Net;
using System.Text.Json;
using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.Core.Dns.Lookup.Records;
using ListmonkPS.TestBench.Dns;
using ListmonkPS.TestBench.Dns.Servers;

namespace ListmonkPS.Core.Tests.Dns.Lookup;

/// <summary>
/// Our zone server against BIND 9: for each file of cases, every owner and some names around it, asked for every type through the real lookup,
/// must get the same from both.
/// </summary>
public sealed class BindCrossCheckTests
{
    private static readonly DnsRecordType[] Types =
        [DnsRecordType.A, DnsRecordType.Aaaa, DnsRecordType.Mx, DnsRecordType.Txt, DnsRecordType.Ptr, DnsRecordType.Cname];

    public static IEnumerable<TheoryDataRow<string>> Files()
    {
        string[] folders = [CaseFiles.Own("spf"), .. CaseFiles.Conformance("spf") is { } shared ? [shared] : Array.Empty<string>()];
        return folders.SelectMany(folder => Directory.GetFiles(folder, "*.json")).Order(StringComparer.Ordinal)
            .Select(file => new TheoryDataRow<string>(file) { TestDisplayName = "bind/" + Path.GetFileNameWithoutExtension(file) });
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Both_servers_say_the_same(string file)
    {
        Mail.Smtp.RealPart.Require(BindServer.Program is null ? BindServer.Absent : null);
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        using JsonDocument document = CaseFiles.Read(file);
        Zone zone = ZoneJson.Read(document.RootElement.GetProperty("zonedata"));
        // What no real zone can hold is left out of both: TXT without strings, and the same record twice.
        ZoneRecord[] records = [.. zone.PlainRecords.Where(record => record.Data is not TxtRecord { Strings.Count: 0 }).DistinctBy(Key)];
        Zone both = new();
        foreach (ZoneRecord record in records)
            both.Add(record.Owner, new ZoneEntry(record.Type, record.Data));
        await using BindServer bind = await BindServer.StartAsync(MasterFile.Write(records), cancellation)
            ?? throw new InvalidOperationException("BIND 9 does not take this zone.");
        await using ZoneServer ours = new(both);
        ServerLookup atBind = Lookup(bind.EndPoint);
        ServerLookup atOurs = Lookup(ours.EndPoint);

        string[] owners = [.. records.Select(record => record.Owner).Distinct(StringComparer.OrdinalIgnoreCase)];
        foreach (string name in owners.SelectMany(owner => (string[])[owner.TrimStart('*', '.'), "nobody." + owner.TrimStart('*', '.')]).Distinct())
        {
            foreach (DnsRecordType type in Types)
            {
                DnsQuestion question = new(name, type);
                Assert.Equal(Describe(question, await atBind.AskAsync(question, cancellation)), Describe(question, await atOurs.AskAsync(question, cancellation)));
            }
        }
    }

    private static string Key(ZoneRecord record) => $"{record.Owner} {record.Type} {Describe(record.Data)}";

    /// <summary>A loop of aliases has no right answer: BIND says SERVFAIL, the cases want no record.</summary>
    private static string Describe(DnsQuestion question, DnsAnswer answer) => HasLoop(question, answer)
        ? $"{question}: loop".ToLowerInvariant()
        : $"{question}: {answer.Kind} [{string.Join(", ", answer.Aliases)}] {string.Join(" | ", answer.Records.Select(Describe).Order(StringComparer.Ordinal))}".ToLowerInvariant();

    private static bool HasLoop(DnsQuestion question, DnsAnswer answer)
    {
        string[] names = [question.Name, .. answer.Aliases];
        return names.Distinct(StringComparer.OrdinalIgnoreCase).Count() < names.Length;
    }

    private static string Describe(DnsRecord record) => record is TxtRecord text ? string.Join('+', text.Strings) : record.ToString();

    private static ServerLookup Lookup(IPEndPoint server) => new(new LookupOptions { Servers = [server] });
}
