using ListmonkPS.Core.Mail.Smtp.Stages;
using ListmonkPS.Core.Tests.Safety;
using ListmonkPS.Core.Tests.TestBench;
using ListmonkPS.TestBench.Network;
using ListmonkPS.TestBench.Smtp;

namespace ListmonkPS.Core.Tests.Mail.Smtp;

/// <summary>
/// Each fault at each step ends in time, at the right step, and is never taken for an answer of the server. The clock stands: what is seen ends without it,
/// what is not seen when it is moved on to the bound of that step.
/// </summary>
public sealed class WireFaultTests
{
    /// <summary>Of these faults nothing but the bound is seen.</summary>
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
        TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(Fault(fault, step, reached));

        SmtpTest test = await EndAsync(server, Talk.Target(server) with { Send = true }, fault, step, reached.Task);

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
        TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(new SmtpScript { Certificate = authority.Good(), Instead = Fault(fault, step, reached) });

        SmtpTest test = await EndAsync(server, Talk.Target(server, SmtpTlsMode.StartTls) with { Authorities = authority.Roots }, fault, step, reached.Task);

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
        using HeldPort nobody = new();

        SmtpTest test = await Talk.RunAsync(new SmtpTarget { Server = "127.0.0.1", Port = nobody.Port, Timeout = Talk.Bound });

        Assert.Equal((CheckStatus.Fail, SmtpStageName.Connect, RetryAdvice.Later), (test.Status, test.Stage, test.CanRetry));
        Assert.Contains("127.0.0.1", test.ReplyText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_does_not_exist_ends_at_Resolve()
    {
        SmtpTest test = await Talk.RunAsync(new SmtpTarget { Server = "no-such-host.invalid", Port = 25, Timeout = Talk.Bound });

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

    [Theory]
    [InlineData(ScriptStep.Banner)]
    [InlineData(ScriptStep.Hello)]
    [InlineData(ScriptStep.LogIn)]
    [InlineData(ScriptStep.RcptTo)]
    public async Task Cancelling_ends_it_at_once(ScriptStep step)
    {
        TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(Fault("silent", step, reached));
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        Task<SmtpTest> talk = Talk.RunAsync(Talk.Target(server), stop.Token, new AwaitedTime());
        await reached.Task.WaitAsync(Talk.Bound, TestContext.Current.CancellationToken);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => talk.WaitAsync(Talk.Bound, TestContext.Current.CancellationToken));
    }

    private static Func<ScriptTurn, ScriptAnswer?> Fault(string fault, ScriptStep step, TaskCompletionSource reached) => turn =>
    {
        if (turn.Step != step)
            return null;
        reached.TrySetResult();
        return Faults[fault];
    };

    private static async Task<SmtpTest> EndAsync(ScriptedSmtpServer server, SmtpTarget target, string fault, ScriptStep step, Task reached)
    {
        AwaitedTime time = new();
        Task<SmtpTest> talk = Talk.RunAsync(target, time: time);
        if (Waiting.Contains(fault) && step == ScriptStep.Banner)
        {
            // Half of that bound is for the greeting alone; in the other half a second connection is tried.
            await time.AwaitedAsync(target.Timeout / 2);
            time.Advance(target.Timeout / 2);
            await Eventually.HoldsAsync("a second connection is tried", () => server.Record.Connections == 2);
            time.Advance(target.Timeout / 2);
        }
        else if (Waiting.Contains(fault))
        {
            await reached.WaitAsync(Talk.Bound, TestContext.Current.CancellationToken);
            time.Advance(target.Timeout);
        }

        return await talk.WaitAsync(Talk.Bound, TestContext.Current.CancellationToken);
    }
}
