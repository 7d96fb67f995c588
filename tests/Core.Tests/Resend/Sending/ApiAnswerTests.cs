using System.Net;
using ListmonkPS.Core.Listmonk;
using ListmonkPS.Core.Listmonk.Api;
using ListmonkPS.Core.Listmonk.Versions;
using ListmonkPS.Core.Resend.Due;
using ListmonkPS.Core.Resend.Sending;
using ListmonkPS.Core.Resend.Sending.ByApi;
using ListmonkPS.Core.Tests.Listmonk.Api;
using ListmonkPS.Core.Tests.Listmonk.Settings.Bench;

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

    private static ScriptedServer Server(int status, string body) => ScriptedServer.Of(
        ("/api/subscribers/7/optin", ScriptedServer.Answer(status, body.StartsWith('{') ? "application/json" : "text/html", body, status == 302 ? "Location: /login\r\n" : "")),
        ("/api/logs", ScriptedServer.Json(200, """{"data":[]}""")));

    private static ListmonkServer Listmonk(ScriptedServer server) => new()
    {
        Name = "s",
        Uri = server.Uri,
        Api = new ListmonkApi(server.Uri, new NetworkCredential("user", "token"), TimeSpan.FromSeconds(15), TimeProvider.System),
        Version = ListmonkVersion.Parse("v6.2.0"),
        Time = TimeProvider.System,
    };
}
