using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.Core.Dns.Lookup.Records;
using ListmonkPS.Core.Tests.TestBench;
using ListmonkPS.TestBench.Dns;
using ListmonkPS.TestBench.Dns.Servers;

namespace ListmonkPS.Core.Tests.Dns.Lookup;

/// <summary>The real lookup against a server that does one thing wrong.</summary>
public sealed class ServerLookupTests
{
    private const string Name = "x.example.com";

    /// <summary>Of servers that answer, so long that only a hang reaches it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Of servers that do not answer: it is waited for.</summary>
    private static readonly TimeSpan TryTimeout = TimeSpan.FromMilliseconds(400);

    /// <summary>Two tries over UDP, two over TCP, and time for a machine that stands still for a while.</summary>
    private static readonly TimeSpan Bound = (TryTimeout * 4) + Patience;

    [Theory]
    [InlineData(nameof(ZoneFault.None), nameof(DnsAnswerKind.Records))]
    [InlineData(nameof(ZoneFault.Silence), nameof(DnsAnswerKind.Timeout))]
    [InlineData(nameof(ZoneFault.Truncation), nameof(DnsAnswerKind.Records))]
    [InlineData(nameof(ZoneFault.TruncationWithoutTcp), nameof(DnsAnswerKind.Timeout))]
    [InlineData(nameof(ZoneFault.BrokenTcp), nameof(DnsAnswerKind.Timeout))]
    [InlineData(nameof(ZoneFault.Lame), nameof(DnsAnswerKind.Lame))]
    [InlineData(nameof(ZoneFault.WrongId), nameof(DnsAnswerKind.Malformed))]
    [InlineData(nameof(ZoneFault.WrongQuestion), nameof(DnsAnswerKind.Malformed))]
    [InlineData(nameof(ZoneFault.NoQuestion), nameof(DnsAnswerKind.Malformed))]
    [InlineData(nameof(ZoneFault.CnameLoop), nameof(DnsAnswerKind.NoData))]
    [InlineData(nameof(ZoneFault.CompressionLoop), nameof(DnsAnswerKind.Malformed))]
    [InlineData(nameof(ZoneFault.LargestAnswer), nameof(DnsAnswerKind.Records))]
    [InlineData(nameof(ZoneFault.ServFail), nameof(DnsAnswerKind.ServFail))]
    [InlineData(nameof(ZoneFault.Refused), nameof(DnsAnswerKind.Refused))]
    [InlineData(nameof(ZoneFault.NoEdns), nameof(DnsAnswerKind.Records))]
    [InlineData(nameof(ZoneFault.Garbage), nameof(DnsAnswerKind.Malformed))]
    [InlineData(nameof(ZoneFault.Cut), nameof(DnsAnswerKind.Malformed))]
    public async Task Each_fault_has_its_kind_and_ends_within_the_bound(string fault, string kind)
    {
        await using ZoneServer server = new(new Zone().AddText(Name, "v=spf1 -all"));
        server.Break(Name, Enum.Parse<ZoneFault>(fault));
        Stopwatch watch = Stopwatch.StartNew();

        DnsAnswer answer = await (kind == nameof(DnsAnswerKind.Timeout) ? Hasty(server) : Lookup(server))
            .AskAsync(new DnsQuestion(Name, DnsRecordType.Txt), TestContext.Current.CancellationToken);

        Assert.Equal(kind, answer.Kind.ToString());
        Assert.True(watch.Elapsed < Bound, $"took {watch.Elapsed}");
    }

    /// <summary>Names of 16 KB in thousands of records: the library reads them all, but nobody waits for it longer than the bound.</summary>
    [Fact]
    public async Task A_compression_bomb_neither_hangs_nor_counts_as_no_record()
    {
        await using ZoneServer server = new ZoneServer(new Zone()).Break(Name, ZoneFault.CompressionBomb);
        Stopwatch watch = Stopwatch.StartNew();

        DnsAnswer answer = await Hasty(server).AskAsync(new DnsQuestion(Name, DnsRecordType.Txt), TestContext.Current.CancellationToken);

        Assert.Contains(answer.Kind, (DnsAnswerKind[])[DnsAnswerKind.Timeout, DnsAnswerKind.Malformed]);
        Assert.True(watch.Elapsed < Bound, $"took {watch.Elapsed}");
    }

    [Fact]
    public async Task Sixty_four_kilobytes_arrive_whole_over_tcp()
    {
        await using ZoneServer server = new ZoneServer(new Zone()).Break(Name, ZoneFault.LargestAnswer);

        DnsAnswer answer = await Lookup(server).AskAsync(new DnsQuestion(Name, DnsRecordType.Txt), TestContext.Current.CancellationToken);

        Assert.Equal(255 * 255, Assert.IsType<TxtRecord>(Assert.Single(answer.Records)).Text.Length);
        Assert.Equal([false, true], server.Queries.Select(query => query.IsTcp));
    }

    [Fact]
    public async Task An_answer_that_does_not_fit_is_asked_for_again_over_tcp_and_edns_is_used()
    {
        string[] strings = [.. Enumerable.Range(0, 8).Select(number => new string((char)('a' + number), 250))];
        await using ZoneServer server = new(new Zone().AddText(Name, strings));

        DnsAnswer answer = await Lookup(server).AskAsync(new DnsQuestion(Name, DnsRecordType.Txt), TestContext.Current.CancellationToken);

        Assert.Equal(string.Concat(strings), Assert.IsType<TxtRecord>(Assert.Single(answer.Records)).Text);
        Assert.Equal([false, true], server.Queries.Select(query => query.IsTcp));
        Assert.Equal(1232, server.Queries.First().EdnsSize);
    }

    [Fact]
    public async Task A_silent_server_is_tried_again_and_no_more()
    {
        await using ZoneServer server = new ZoneServer(new Zone()).Break(Name, ZoneFault.Silence);

        await Hasty(server).AskAsync(new DnsQuestion(Name, DnsRecordType.A), TestContext.Current.CancellationToken);
        // The server takes one query after the other: behind this one no try is left.
        await Lookup(server).AskAsync(new DnsQuestion("last.example.com", DnsRecordType.A), TestContext.Current.CancellationToken);

        Assert.Equal(2, server.Queries.Count(query => query.Question.Name == Name));
    }

    [Fact]
    public async Task No_server_at_the_address_is_unreachable_or_silent_but_never_no_record()
    {
        using Socket taken = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        taken.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        ServerLookup lookup = new(new LookupOptions { Servers = [(IPEndPoint)taken.LocalEndPoint!], TryTimeout = TryTimeout, Retries = 0 });

        DnsAnswer answer = await lookup.AskAsync(new DnsQuestion(Name, DnsRecordType.A), TestContext.Current.CancellationToken);

        Assert.Contains(answer.Kind, (DnsAnswerKind[])[DnsAnswerKind.Timeout, DnsAnswerKind.Unreachable]);
    }

    [Fact]
    public async Task The_next_server_is_asked_when_the_first_is_silent()
    {
        await using ZoneServer first = new ZoneServer(new Zone()).Break(Name, ZoneFault.Silence);
        await using ZoneServer second = new(new Zone().AddAddress(Name, "192.0.2.1"));
        // Each server has three tries: the second one needs only one in time.
        ServerLookup lookup = new(new LookupOptions { Servers = [first.EndPoint, second.EndPoint], TryTimeout = TimeSpan.FromSeconds(1), Retries = 2 });

        DnsAnswer answer = await lookup.AskAsync(new DnsQuestion(Name, DnsRecordType.A), TestContext.Current.CancellationToken);

        Assert.Equal(DnsAnswerKind.Records, answer.Kind);
    }

    [Fact]
    public async Task A_name_that_does_not_exist_and_one_without_the_type_are_told_apart()
    {
        await using ZoneServer server = new(new Zone().AddAddress(Name, "192.0.2.1").AddAddress(Name, "2001:db8::1"));
        ServerLookup lookup = Lookup(server);
        CancellationToken cancellation = TestContext.Current.CancellationToken;

        Assert.Equal(DnsAnswerKind.NoData, (await lookup.AskAsync(new DnsQuestion(Name, DnsRecordType.Mx), cancellation)).Kind);
        Assert.Equal(DnsAnswerKind.NxDomain, (await lookup.AskAsync(new DnsQuestion("y.example.com", DnsRecordType.Mx), cancellation)).Kind);
        DnsAnswer address = await lookup.AskAsync(new DnsQuestion(Name, DnsRecordType.Aaaa), cancellation);
        Assert.Equal(new AddressRecord(IPAddress.Parse("2001:db8::1")), Assert.Single(address.Records));
    }

    [Theory]
    [InlineData("macro%percent  space%20url-space.example.com")]
    [InlineData("foo:bar/baz.example.com")]
    [InlineData("xn--bcher-kva.example")]
    [InlineData("semi;colon.example.com")]
    [InlineData("back\\slash.example.com")]
    [InlineData("quote\".example.com")]
    [InlineData("control\u0001.example.com")]
    [InlineData("UPPER.example.com")]
    public async Task Unusual_names_are_asked_as_they_are_and_read_back(string name)
    {
        Zone zone = new Zone()
            .AddAddress(name, "192.0.2.1")
            .Add("pointer.example.com", new ZoneEntry(DnsRecordType.Ptr, new HostRecord(name)))
            .Add("mail.example.com", new ZoneEntry(DnsRecordType.Mx, new MxRecord(10, name)))
            .AddAlias("alias.example.com", name);
        await using ZoneServer server = new(zone);
        ServerLookup lookup = Lookup(server);
        CancellationToken cancellation = TestContext.Current.CancellationToken;

        Assert.Equal(DnsAnswerKind.Records, (await lookup.AskAsync(new DnsQuestion(name, DnsRecordType.A), cancellation)).Kind);
        Assert.Equal(name, server.Queries.Last().Question.Name);
        Assert.Equal(new HostRecord(name), Assert.Single((await lookup.AskAsync(new DnsQuestion("pointer.example.com", DnsRecordType.Ptr), cancellation)).Records));
        Assert.Equal(new MxRecord(10, name), Assert.Single((await lookup.AskAsync(new DnsQuestion("mail.example.com", DnsRecordType.Mx), cancellation)).Records));
        DnsAnswer behindAlias = await lookup.AskAsync(new DnsQuestion("alias.example.com", DnsRecordType.A), cancellation);
        Assert.Equal([name], behindAlias.Aliases);
        Assert.Equal(DnsAnswerKind.Records, behindAlias.Kind);
    }

    [Fact]
    public async Task A_name_that_no_query_can_carry_does_not_exist_and_is_not_asked()
    {
        await using ZoneServer server = new(new Zone());

        DnsAnswer answer = await Lookup(server).AskAsync(new DnsQuestion("a..example.com", DnsRecordType.A), TestContext.Current.CancellationToken);

        Assert.Equal(DnsAnswerKind.NxDomain, answer.Kind);
        Assert.Empty(server.Queries);
    }

    [Fact]
    public async Task Version_6_servers_are_asked_too()
    {
        Assert.SkipUnless(Socket.OSSupportsIPv6, "this machine has no IPv6");
        await using ZoneServer server = new(new Zone().AddAddress(Name, "192.0.2.1"), IPAddress.IPv6Loopback);

        DnsAnswer answer = await Lookup(server).AskAsync(new DnsQuestion(Name, DnsRecordType.A), TestContext.Current.CancellationToken);

        Assert.Equal(DnsAnswerKind.Records, answer.Kind);
    }

    [Fact]
    public async Task Nobody_waits_for_the_answer_to_another_question()
    {
        string[] names = ["a.example.com", "b.example.com", "c.example.com", "d.example.com"];
        await using ZoneServer server = new(new Zone());
        foreach (string name in names)
            server.Break(name, ZoneFault.Silence);
        ServerLookup lookup = new(new LookupOptions { Servers = [server.EndPoint], TryTimeout = TimeSpan.FromMinutes(10) });
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        Task<DnsAnswer>[] waits = [.. names.Select(name => lookup.AskAsync(new DnsQuestion(name, DnsRecordType.A), stop.Token).AsTask())];

        await Eventually.HoldsAsync("all were asked", () => names.All(name => server.Queries.Any(query => query.Question.Name == name)));

        Assert.DoesNotContain(waits, wait => wait.IsCompleted);
        await stop.CancelAsync();
        foreach (Task<DnsAnswer> wait in waits)
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
    }

    [Fact]
    public async Task Cancelling_ends_a_wait_at_once()
    {
        await using ZoneServer server = new ZoneServer(new Zone()).Break(Name, ZoneFault.Silence);
        ServerLookup lookup = new(new LookupOptions { Servers = [server.EndPoint], TryTimeout = TimeSpan.FromMinutes(10) });
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        Task<DnsAnswer> wait = lookup.AskAsync(new DnsQuestion(Name, DnsRecordType.A), stop.Token).AsTask();

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait.WaitAsync(Patience, TestContext.Current.CancellationToken));
    }

    private static ServerLookup Lookup(ZoneServer server) => new(new LookupOptions { Servers = [server.EndPoint], TryTimeout = Patience });

    private static ServerLookup Hasty(ZoneServer server) => new(new LookupOptions { Servers = [server.EndPoint], TryTimeout = TryTimeout });
}
