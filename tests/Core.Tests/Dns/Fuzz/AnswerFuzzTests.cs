using System.Collections.Concurrent;
using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.Core.Dns.Lookup.Records;
using ListmonkPS.TestBench.Dns;
using ListmonkPS.TestBench.Dns.Servers;

namespace ListmonkPS.Core.Tests.Dns.Fuzz;

/// <summary>Damaged and random answers on the wire: each is an answer of some kind, none a crash or a hang.</summary>
public sealed class AnswerFuzzTests
{
    private const int SideBySide = 16;
    private const int HeaderSize = 12;
    private const int CutBitAt = 2;
    private const byte CutBit = 0x02;

    /// <summary>Longest wait of one question: two tries over UDP and two over TCP, and time for a busy machine.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    [Fact(Timeout = FuzzSize.HangMilliseconds)]
    public async Task Damaged_answers()
    {
        int seed = 0;
        await using ZoneServer server = new(Zone()) { Spoil = answer => Spoil(answer, new Random(Interlocked.Increment(ref seed))) };
        ServerLookup lookup = new(new LookupOptions { Servers = [server.EndPoint], TryTimeout = TimeSpan.FromMilliseconds(200), Retries = 0 });
        ConcurrentDictionary<DnsAnswerKind, int> kinds = new();

        await Parallel.ForAsync(0, FuzzSize.Count, new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = TestContext.Current.CancellationToken }, async (number, cancellation) =>
        {
            DnsQuestion question = (number % 3) switch
            {
                0 => new DnsQuestion("x.example.com", DnsRecordType.Txt),
                1 => new DnsQuestion("x.example.com", DnsRecordType.Mx),
                _ => new DnsQuestion("alias.example.com", DnsRecordType.A),
            };
            DnsAnswer answer = await lookup.AskAsync(question, cancellation).AsTask().WaitAsync(Bound, cancellation);
            kinds.AddOrUpdate(answer.Kind, 1, (_, count) => count + 1);
        });

        Assert.Equal(FuzzSize.Count, kinds.Values.Sum());
        Assert.True(kinds.ContainsKey(DnsAnswerKind.Records) && kinds.ContainsKey(DnsAnswerKind.Malformed), "the damage is either too small or too great");
    }

    private static Zone Zone() => new Zone()
        .AddText("x.example.com", "v=spf1 include:_spf.example.com -all", "more")
        .Add("x.example.com", new ZoneEntry(DnsRecordType.Mx, new MxRecord(10, "mail.example.com")))
        .AddAlias("alias.example.com", "x.example.com")
        .AddAddress("x.example.com", "192.0.2.1");

    /// <summary>Changes some octets behind the id, cuts, doubles, or replaces all by noise; one in five stays as it is.</summary>
    private static byte[] Spoil(byte[] answer, Random random)
    {
        byte[] spoiled = [.. answer];
        switch (random.Next(5))
        {
            case 0:
                return answer;
            case 1:
                random.NextBytes(spoiled.AsSpan(HeaderSize));
                break;
            case 2:
                spoiled = spoiled[..random.Next(spoiled.Length)];
                break;
            case 3:
                spoiled = [.. spoiled, .. spoiled[random.Next(spoiled.Length)..]];
                break;
            default:
                for (int times = random.Next(1, 8); times > 0; times--)
                    spoiled[random.Next(2, spoiled.Length)] = (byte)random.Next(256);
                break;
        }

        if (spoiled.Length > CutBitAt && random.Next(20) > 0)
            spoiled[CutBitAt] &= unchecked((byte)~CutBit); // now and then only, as each asks again over TCP
        return spoiled;
    }
}
