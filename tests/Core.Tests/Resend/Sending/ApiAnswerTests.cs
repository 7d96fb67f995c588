using System.Net;
using ListmonkPS.Core.Listmonk;
using ListmonkPS.Core.Listmonk.Api;
using ListmonkPS.Core.Listmonk.Versions;
using ListmonkPS.Core.Resend.Due;
using ListmonkPS.Core.Resend.Sending;
using ListmonkPS.Core.Resend.Sending.ByApi;
using ListmonkPS.Core.Tests.Listmonk.Api;
using ListmonkPS.Core.Tests.Listmonk.Settings.Bench;
using Microsoft.Extensions.Time.Testing;

namespace ListmonkPS.Core.Tests.Resend.Sending;

/// <summary>What answers mean that listmonk, or a proxy in front of it, gives to a resend: whether the mail may have left, and whether others are tried.</summary>
public sealed class ApiAnswerTests
{
    private static readonly OptInRecipient Anna = new(7, Guid.NewGuid(), "anna@example.org", "Anna", []);

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    public static TheoryData<int, string, OptInResendState, string?> Answers => new()
    {
        { 200, """{"data":true}""", OptInResendState.Sent, null },
        { 200, "<html>log in first</html>", OptInResendState.Due, "NotListmonk" },
        { 302, "", OptInResendState.Due, "ApiRedirected" },
        { 400, """{"message":"Subscriber (7: ) not found"}""", OptInResendState.Skipped, null },
        { 401, """{"message":"Unauthorized"}""", OptInResendState.Due, "LoginRefused" },
        { 403, """{"message":"invalid API credentials"}""", OptInResendState.Due, "LoginRefused" },
        { 403, """{"message":"permission denied: subscribers:manage"}""", OptInResendState.Due, "MissingPermission" },
        { 404, """{"message":"unknown endpoint"}""", OptInResendState.Due, "CallNotKnown" },
        { 429, """{"message":"slow down"}""", OptInResendState.Retry, null },
        { 500, """{"message":"Error sending opt-in e-mail."}""", OptInResendState.Retry, null },
        { 502, "<html>nginx</html>", OptInResendState.InDoubt, null },
        { 503, "<html>nginx</html>", OptInResendState.Retry, null },
        { 504, "<html>nginx</html>", OptInResendState.InDoubt, "ApiUnreachable" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task An_answer_says_whether_it_was_sent_and_whether_to_go_on(int status, string body, OptInResendState state, string? stop)
    {
        await using ScriptedServer server = Server(status, body);
        await using ListmonkServer listmonk = Listmonk(server);
        await using ApiOptInSender sender = new(listmonk, "account", new SendLog(listmonk, new HeardNotices()));
        SendOutcome outcome = await sender.SendAsync(Anna, Test);
        Assert.Equal((state, stop, (int?)status), (outcome.State, outcome.Stop?.Failure.Id, outcome.ReplyCode));
        Assert.Null(outcome.Stop?.Until);
    }

    [Fact]
    public async Task A_proxy_that_finds_nobody_again_and_again_stops_it()
    {
        await using ScriptedServer server = Server(502, "<html>nginx</html>");
        await using ListmonkServer listmonk = Listmonk(server);
        await using ApiOptInSender sender = new(listmonk, "account", new SendLog(listmonk, new HeardNotices()));
        Assert.Null((await sender.SendAsync(Anna, Test)).Stop);
        Assert.Equal("ResendBrokenOff", (await sender.SendAsync(Anna, Test)).Stop?.Failure.Id);
    }

    [Theory]
    [InlineData(429, "7", 7)]
    [InlineData(503, "60", 60)]
    [InlineData(503, "0", 1)]
    [InlineData(429, "Thu, 08 May 2025 12:00:30 GMT", 30)]
    [InlineData(429, "Thursday, 08-May-25 12:00:30 GMT", 30)] // the older forms of a date (RFC 9110 section 5.6.7)
    [InlineData(429, "Thu May  8 12:00:30 2025", 30)]
    [InlineData(503, "Thu, 08 May 2025 11:00:00 GMT", 1)] // that time is over
    public async Task A_proxy_that_asks_for_a_moment_gets_it(int status, string retryAfter, int seconds)
    {
        await using ScriptedServer server = Server(status, "<html>nginx</html>", $"Date: Thu, 08 May 2025 12:00:00 GMT\r\nRetry-After: {retryAfter}\r\n");
        await using ListmonkServer listmonk = Listmonk(server);
        await using ApiOptInSender sender = new(listmonk, "account", new SendLog(listmonk, new HeardNotices()));
        SendOutcome outcome = await sender.SendAsync(Anna, Test);
        Assert.Equal((OptInResendState.Retry, TimeSpan.FromSeconds(seconds), null), (outcome.State, outcome.RetryAfter!.Value, outcome.Stop));
        Assert.False(sender.ReadyAsync(Test).IsCompleted);
    }

    [Theory]
    [InlineData("61", 61)]
    [InlineData("3600", 3600)]
    [InlineData("Thu, 08 May 2025 14:00:00 GMT", 7200)]
    [InlineData("99999999999999999999", 86_400)]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT", 86_400)]
    public async Task A_proxy_that_asks_for_longer_pauses_the_run_and_costs_nobody_an_attempt(string retryAfter, int seconds)
    {
        await using ScriptedServer server = Server(503, "<html>nginx</html>", $"Date: Thu, 08 May 2025 12:00:00 GMT\r\nRetry-After: {retryAfter}\r\n");
        FakeTimeProvider clock = new(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using ListmonkServer listmonk = Listmonk(server, clock);
        await using ApiOptInSender sender = new(listmonk, "account", new SendLog(listmonk, new HeardNotices()));
        SendOutcome outcome = await sender.SendAsync(Anna, Test);
        Assert.Equal((OptInResendState.Due, clock.GetUtcNow().AddSeconds(seconds)), (outcome.State, outcome.Stop!.Until!.Value));
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("-5")]
    [InlineData("1.5")]
    [InlineData("")]
    public async Task What_is_neither_seconds_nor_a_date_asks_for_nothing(string retryAfter)
    {
        await using ScriptedServer server = Server(429, "<html>nginx</html>", $"Retry-After: {retryAfter}\r\n");
        await using ListmonkServer listmonk = Listmonk(server);
        await using ApiOptInSender sender = new(listmonk, "account", new SendLog(listmonk, new HeardNotices()));
        SendOutcome outcome = await sender.SendAsync(Anna, Test);
        Assert.Equal((OptInResendState.Retry, null, null), (outcome.State, outcome.RetryAfter, outcome.Stop));
        Assert.True(sender.ReadyAsync(Test).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Everybody_waits_for_the_moment_and_no_longer()
    {
        FakeTimeProvider clock = new();
        CallGate gate = new(clock);
        Assert.True(gate.WaitAsync(Test).IsCompletedSuccessfully);
        gate.Close(TimeSpan.FromSeconds(10));
        gate.Close(TimeSpan.FromSeconds(3)); // it opens no earlier by that
        Task waiting = gate.WaitAsync(Test);
        clock.Advance(TimeSpan.FromSeconds(9));
        Assert.False(waiting.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));
        await waiting.WaitAsync(TimeSpan.FromSeconds(30), Test);
        Assert.True(gate.WaitAsync(Test).IsCompletedSuccessfully);
        using CancellationTokenSource stop = new();
        gate.Close(TimeSpan.FromSeconds(10));
        waiting = gate.WaitAsync(stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    private static ScriptedServer Server(int status, string body, string headers = "") => ScriptedServer.Of(
        ("/api/subscribers/7/optin", ScriptedServer.Answer(
            status, body.StartsWith('{') ? "application/json" : "text/html", body, headers + (status == 302 ? "Location: /login\r\n" : ""))),
        ("/api/logs", ScriptedServer.Json(200, """{"data":[]}""")));

    private static ListmonkServer Listmonk(ScriptedServer server, TimeProvider? time = null) => new()
    {
        Name = "s",
        Uri = server.Uri,
        Api = new ListmonkApi(server.Uri, new NetworkCredential("user", "token"), TimeSpan.FromMinutes(1), TimeProvider.System),
        Version = ListmonkVersion.Parse("v6.2.0"),
        Time = time ?? TimeProvider.System,
    };
}
