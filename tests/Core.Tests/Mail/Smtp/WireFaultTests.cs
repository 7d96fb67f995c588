using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using ListmonkPS.Core.Mail.Smtp.Stages;
using ListmonkPS.TestBench.Smtp;

namespace ListmonkPS.Core.Tests.Mail.Smtp;

/// <summary>Each fault at each step ends in time, at the right step, and is never taken for an answer of the server.</summary>
public sealed class WireFaultTests
{
    /// <summary>Beyond the bound of one step: what a busy machine may add.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(4);

    /// <summary>Of these faults nothing but the bound is seen: it is waited for each time.</summary>
    private static readonly string[] Waiting = ["silent", "drip"];

    private static readonly Dictionary<string, ScriptAnswer> Faults = new()
    {
        ["silent"] = ScriptAnswer.Silent,
        ["closed"] = ScriptAnswer.Closed,
        ["reset"] = ScriptAnswer.Aborted,
        ["huge line"] = ScriptAnswer.Huge(10_000_000),
        ["endless lines"] = ScriptAnswer.Endless(250),
        ["drip"] = ScriptAnswer.Drip("250-one byte a second never gets anywhere", TimeSpan.FromMilliseconds(400)),
        ["binary"] = ScriptAnswer.Bytes([0, 255, 13, 10, 7, 27, (byte)'[', (byte)'2', (byte)'J', 10]),
        ["half a reply"] = ScriptAnswer.Bytes("250-half\r\n250"u8.ToArray()) with { End = ScriptAnswer.Ending.Close },
        ["not a reply"] = ScriptAnswer.Bytes("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray()),
        ["code of one figure"] = ScriptAnswer.Bytes("2 ok\r\n"u8.ToArray()),
    };

    private static readonly (ScriptStep Step, SmtpStageName Stage)[] Steps =
    [
        (ScriptStep.Banner, SmtpStageName.Banner),
        (ScriptStep.Hello, SmtpStageName.Hello),
        (ScriptStep.LogIn, SmtpStageName.Auth),
        (ScriptStep.MailFrom, SmtpStageName.MailFrom),
        (ScriptStep.RcptTo, SmtpStageName.RcptTo),
        (ScriptStep.Data, SmtpStageName.Data),
        (ScriptStep.Message, SmtpStageName.Data),
    ];

    public static TheoryData<string, ScriptStep, SmtpStageName> All =>
        [.. Faults.Keys.SelectMany(fault => Steps.Select(step => new TheoryDataRow<string, ScriptStep, SmtpStageName>(fault, step.Step, step.Stage)))];

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_fault_ends_in_time_at_its_step(string fault, ScriptStep step, SmtpStageName stage)
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(SmtpScript.At(step, Faults[fault]));
        Stopwatch watch = Stopwatch.StartNew();

        SmtpTest test = await Talk.RunAsync(Talk.Target(server) with { Send = true, Timeout = BoundOf(fault) });

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, BoundOf(fault) + Slack);
        // A reset at once may be there before the system calls the connection made.
        SmtpStageName at = fault == "reset" && stage == SmtpStageName.Banner && test.Stage == SmtpStageName.Connect ? SmtpStageName.Connect : stage;
        Assert.Equal((CheckStatus.Fail, at, SmtpReplyClass.ClientSide), (test.Status, test.Stage, test.Class));
        Assert.Null(test.ReplyCode);
        Assert.NotEmpty(test.ReplyText);
        Assert.NotEmpty(test.Remedy!.Text);
        Assert.All(test.Stages.TakeWhile(one => one.Name != at), one => Assert.Equal(CheckStatus.Pass, one.Status));
        Assert.All(test.Stages.SkipWhile(one => one.Name != at).Skip(1), one => Assert.Equal(CheckStatus.Skipped, one.Status));
        Assert.All(test.Transcript, line => Assert.DoesNotContain(line, char.IsControl));
    }

    public static TheoryData<string, ScriptStep> AroundTls => [.. Faults.Keys.SelectMany(fault => new[] { ScriptStep.StartTls, ScriptStep.HelloInTls }.Select(step => (fault, step)))];

    [Theory]
    [MemberData(nameof(AroundTls))]
    public async Task A_fault_around_TLS_ends_in_time_at_its_step(string fault, ScriptStep step)
    {
        using TestAuthority authority = new();
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(new SmtpScript { Certificate = authority.Good(), Instead = SmtpScript.At(step, Faults[fault]) });
        Stopwatch watch = Stopwatch.StartNew();

        SmtpTest test = await Talk.RunAsync(Talk.Target(server, SmtpTlsMode.StartTls) with { Authorities = authority.Roots, Timeout = BoundOf(fault) });

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, BoundOf(fault) + Slack);
        Assert.Equal((CheckStatus.Fail, SmtpReplyClass.ClientSide), (test.Status, test.Class));
        Assert.StartsWith(
            step == ScriptStep.StartTls ? "Resolve Connect Banner Hello StartTls! Certificate- Auth-" : "Resolve Connect Banner Hello StartTls Certificate Hello! Auth-",
            Talk.Shape(test),
            StringComparison.Ordinal);
        Assert.Equal(0, server.Record.Count(ScriptStep.Auth));
    }

    [Fact]
    public async Task What_happens_when_leave_is_taken_decides_nothing()
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(SmtpScript.At(ScriptStep.Quit, ScriptAnswer.Aborted));

        SmtpTest test = await Talk.RunAsync(Talk.Target(server));

        Assert.Equal((CheckStatus.Pass, SmtpStageName.Quit), (test.Status, test.Stage));
        Assert.Equal(CheckStatus.Warning, test.Stages[^1].Status);
    }

    [Fact]
    public async Task A_reply_before_its_command_is_refused()
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(
            SmtpScript.At(ScriptStep.Banner, ScriptAnswer.Bytes("220 mail.example.org\r\n250 so eager\r\n"u8.ToArray())));

        SmtpTest test = await Talk.RunAsync(Talk.Target(server));

        Assert.Equal((CheckStatus.Fail, SmtpStageName.Hello, SmtpReplyClass.ClientSide), (test.Status, test.Stage, test.Class));
        Assert.Empty(server.Record.Lines);
    }

    [Fact]
    public async Task A_connection_that_the_server_ends_with_421_is_understood()
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(
            SmtpScript.At(ScriptStep.Hello, ScriptAnswer.Bytes("250 hello\r\n421 4.4.2 mail.example.org Error: timeout exceeded\r\n"u8.ToArray())));

        SmtpTest test = await Talk.RunAsync(Talk.Target(server) with { Mechanism = SmtpAuthMechanism.None });

        Assert.Equal((SmtpStageName.MailFrom, SmtpReplyClass.TemporaryServer, 421), (test.Stage, test.Class, test.ReplyCode));
    }

    [Fact]
    public async Task Where_nothing_listens_the_connection_is_refused()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        SmtpTest test = await Talk.RunAsync(new SmtpTarget { Server = "127.0.0.1", Port = port, Timeout = Talk.Bound });

        Assert.Equal((CheckStatus.Fail, SmtpStageName.Connect, RetryAdvice.Later), (test.Status, test.Stage, test.CanRetry));
        Assert.Contains("127.0.0.1", test.ReplyText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_does_not_exist_ends_at_Resolve()
    {
        SmtpTest test = await Talk.RunAsync(new SmtpTarget { Server = "no-such-host.invalid", Port = 25, Timeout = TimeSpan.FromSeconds(10) });

        Assert.Equal((CheckStatus.Fail, SmtpStageName.Resolve, SmtpReplyClass.ClientSide), (test.Status, test.Stage, test.Class));
        Assert.StartsWith("Resolve! Connect- Banner- Hello-", Talk.Shape(test), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_families_of_a_name_are_tried()
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(new SmtpScript());

        SmtpTest test = await Talk.RunAsync(Talk.Target(server) with { Server = "localhost" });

        Assert.Equal(CheckStatus.Pass, test.Status);
        Assert.Equal("127.0.0.1", test.Address);
        Assert.Contains("127.0.0.1", test.Addresses);
    }

    private static TimeSpan BoundOf(string fault) => TimeSpan.FromSeconds(Waiting.Contains(fault) ? 0.5 : 2);

    [Theory]
    [InlineData(ScriptStep.Banner)]
    [InlineData(ScriptStep.Hello)]
    [InlineData(ScriptStep.LogIn)]
    [InlineData(ScriptStep.RcptTo)]
    public async Task Cancelling_ends_it_within_a_second(ScriptStep step)
    {
        TaskCompletionSource reached = new();
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(turn =>
        {
            if (turn.Step != step)
                return null;
            reached.SetResult();
            return ScriptAnswer.Silent;
        });
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        Task<SmtpTest> talk = Talk.RunAsync(Talk.Target(server) with { Timeout = TimeSpan.FromMinutes(5) }, stop.Token);
        await reached.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Stopwatch watch = Stopwatch.StartNew();

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => talk);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }
}
