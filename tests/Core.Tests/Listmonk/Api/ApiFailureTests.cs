using System.Net;
using ListmonkPS.Core.Listmonk.Api;

namespace ListmonkPS.Core.Tests.Listmonk.Api;

public sealed class ApiFailureTests
{
    private static readonly NetworkCredential Credential = new("monitor", "s3cret-token");

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    public static TheoryData<int, string, string, string, bool, string, FailureCategory, string> Answers => new()
    {
        // status, content type, body, further headers, credential, id, category, what the message names
        { 401, "application/json", """{"message":"Unauthorized"}""", "", true, "LoginRefused", FailureCategory.AuthenticationError, "HTTP 401" },
        { 401, "application/json", """{"message":"Unauthorized"}""", "", false, "LoginRefused", FailureCategory.AuthenticationError, "no credential was given" },
        { 401, "text/html", "<html>", "", true, "LoginRefused", FailureCategory.AuthenticationError, "HTTP 401" },
        { 403, "application/json", """{"message":"invalid API credentials"}""", "", true, "LoginRefused", FailureCategory.AuthenticationError, "token is wrong" },
        { 403, "application/json", """{"message":"invalid session"}""", "", false, "LoginRefused", FailureCategory.AuthenticationError, "no credential was given" },
        { 403, "application/json", """{"message":"invalid session"}""", "", true, "LoginRefused", FailureCategory.AuthenticationError, "Authorization header" },
        { 403, "application/json", """{"message":"permission denied: settings:get"}""", "", true, "MissingPermission", FailureCategory.PermissionDenied, "settings:get" },
        { 403, "application/json", /* G49 */ """{"message":"Zugriff verweigert: settings:get"}""", "", true, "MissingPermission", FailureCategory.PermissionDenied, "settings:get" },
        { 403, "text/html", "<html>blocked by firewall", "", true, "NotListmonk", FailureCategory.InvalidResult, "blocked by firewall" },
        { 404, "text/html", "<html>Not Found", "", true, "NotListmonk", FailureCategory.InvalidResult, "404" },
        { 404, "application/json", """{"message":"404 unknown endpoint"}""", "", true, "CallNotKnown", FailureCategory.InvalidOperation, "GET /api/settings" },
        { 405, "application/json", """{"message":"Method Not Allowed"}""", "", true, "CallNotKnown", FailureCategory.InvalidOperation, "GET /api/settings" },
        { 200, "text/html", "<!doctype html><title>Wiki</title>", "", true, "NotListmonk", FailureCategory.InvalidResult, "text/html" },
        { 200, "application/json", """{"status":"ok"}""", "", true, "NotListmonk", FailureCategory.InvalidResult, "application/json" },
        { 200, "application/json", """{"data":{"a":1,"a":2}}""", "", true, "NotListmonk", FailureCategory.InvalidResult, "application/json" },
        { 200, "application/json", """{"data":"\ud800"}""", "", true, "NotListmonk", FailureCategory.InvalidResult, "application/json" },
        { 200, "", "", "", true, "NotListmonk", FailureCategory.InvalidResult, "200" },
        { 301, "text/html", "", "Location: https://lists.example.org/api/settings?ticket=T1\r\n", true, "ApiRedirected", FailureCategory.ConnectionError, "https://lists.example.org/api/settings" },
        { 302, "text/html", "", "Location: /login\r\n", true, "ApiRedirected", FailureCategory.ConnectionError, "/login" },
        { 302, "text/html", "", "", true, "ApiRedirected", FailureCategory.ConnectionError, "?" },
        { 502, "text/html", "<html>nginx", "", true, "ApiUnreachable", FailureCategory.ConnectionError, "a proxy in front of it answered HTTP 502" },
        { 500, "application/json", """{"message":"Error encoding settings: x"}""", "", true, "ApiFailed", FailureCategory.InvalidResult, "Error encoding settings: x" },
        { 400, "application/json", """{"message":"At least one SMTP block should be enabled"}""", "", true, "ApiRefused", FailureCategory.InvalidResult, "At least one SMTP block" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task An_answer_that_is_no_success_is_one_failure(
        int status, string contentType, string body, string headers, bool hasCredential, string id, FailureCategory category, string named)
    {
        await using ScriptedServer server = ScriptedServer.Of(("/api/settings", ScriptedServer.Answer(status, contentType, body, headers)));
        using ListmonkApi api = NewApi(server.Uri, hasCredential);
        Failure failure = await FailureOfAsync(() => api.GetSettingsAsync(Test));
        Assert.Equal((id, category), (failure.Id, failure.Category));
        Assert.Contains(named, failure.Message, StringComparison.Ordinal);
        Assert.Contains($"127.0.0.1:{server.Port}", failure.Message, StringComparison.Ordinal);
        Assert.NotEmpty(failure.RecommendedAction);
        Assert.DoesNotContain("ticket", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Credential.Password, failure.Message + failure.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_listens_is_a_refused_connection()
    {
        Uri uri;
        await using (ScriptedServer gone = ScriptedServer.Of())
            uri = gone.Uri;
        using ListmonkApi api = NewApi(uri);
        await AssertUnreachableAsync(api, "the connection was refused");
    }

    [Fact]
    public async Task A_name_that_does_not_exist_is_named()
    {
        using ListmonkApi api = NewApi(new Uri("http://no-such-host.invalid"));
        Failure failure = await FailureOfAsync(() => api.GetConfigAsync(Test));
        Assert.Equal("ApiUnreachable", failure.Id);
        Assert.Contains("the name no-such-host.invalid", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("220 mail.example.org ESMTP\r\n", "does not speak HTTP")]
    [InlineData("", "was closed before an answer came")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort", "was closed before an answer came")]
    public async Task What_does_not_speak_HTTP_is_unreachable(string bytes, string reason)
    {
        await using ScriptedServer server = ScriptedServer.Talking(async (stream, token) =>
        {
            await ScriptedServer.ReadHeadAsync(stream, token);
            await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(bytes), token);
        });
        using ListmonkApi api = NewApi(server.Uri);
        await AssertUnreachableAsync(api, reason);
    }

    [Fact]
    public async Task Plain_HTTP_behind_an_https_address_is_no_TLS()
    {
        await using ScriptedServer server = ScriptedServer.Talking(async (stream, token) =>
        {
            byte[] hello = new byte[64];
            await stream.ReadAtLeastAsync(hello, 1, cancellationToken: token);
            await stream.WriteAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray(), token);
        });
        using ListmonkApi api = NewApi(new Uri($"https://127.0.0.1:{server.Port}"));
        await AssertUnreachableAsync(api, "TLS could not be agreed on");
    }

    [Fact]
    public async Task An_answer_without_end_is_cut_off()
    {
        await using ScriptedServer server = ScriptedServer.Talking(async (stream, token) =>
        {
            await ScriptedServer.ReadHeadAsync(stream, token);
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"data\":\""u8.ToArray(), token);
            byte[] more = new byte[1 << 20];
            Array.Fill(more, (byte)'a');
            while (true)
                await stream.WriteAsync(more, token);
        });
        using ListmonkApi api = NewApi(server.Uri);
        Failure failure = await FailureOfAsync(() => api.GetSettingsAsync(Test));
        Assert.Equal("AnswerTooLarge", failure.Id);
        Assert.Contains("64 MiB", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_first_call_that_nobody_knows_is_not_listmonk()
    {
        await using ScriptedServer server = ScriptedServer.Of();
        using ListmonkApi api = NewApi(server.Uri);
        Assert.Equal("NotListmonk", (await FailureOfAsync(() => api.GetConfigAsync(Test))).Id);
    }

    private static ListmonkApi NewApi(Uri uri, bool hasCredential = true) =>
        new(uri, hasCredential ? Credential : null, TimeSpan.FromMinutes(1), TimeProvider.System);

    private static async Task AssertUnreachableAsync(ListmonkApi api, string reason)
    {
        Failure failure = await FailureOfAsync(() => api.GetSettingsAsync(Test));
        Assert.Equal(("ApiUnreachable", FailureCategory.ConnectionError), (failure.Id, failure.Category));
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
    }

    private static async Task<Failure> FailureOfAsync(Func<Task> call) => (await Assert.ThrowsAsync<FailureException>(call)).Failure;
}
