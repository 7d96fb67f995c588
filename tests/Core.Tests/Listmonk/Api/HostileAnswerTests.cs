using System.Globalization;
using System.Net;
using System.Text;
using ListmonkPS.Core.Listmonk.Api;

namespace ListmonkPS.Core.Tests.Listmonk.Api;

/// <summary>Whatever a server sends, a call ends in a result or in one failure whose text is harmless.</summary>
public sealed class HostileAnswerTests
{
    private static readonly string[] Pieces =
    [
        "{\"data\":", "{\"message\":", "\"\u001b]0;x\u0007\"", "\"\u202egnp\"", "\"\\u001b[2J\"", "\"\\ud800\"", "null", "[", "]", "{", "}", ",", "true",
        "\"version\":", "\"v6.2.0\"", "1e999", "\"needs_restart\":", "\u0000", "\u00ff\u00fe", "\"permission denied: \u001b:x\"", new('[', 200),
    ];

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Text_of_a_failure_is_harmless_whatever_came()
    {
        Random random = new(11);
        string answer = "";
        await using ScriptedServer server = ScriptedServer.Talking(async (stream, token) =>
        {
            await ScriptedServer.ReadHeadAsync(stream, token);
            await stream.WriteAsync(Encoding.Latin1.GetBytes(Volatile.Read(ref answer)), token);
        });
        using ListmonkApi api = new(server.Uri, new NetworkCredential("u", "t"), TimeSpan.FromMinutes(1), TimeProvider.System);
        for (int round = 0; round < 400; round++)
        {
            Volatile.Write(ref answer, Random(random));
            await AssertHarmlessAsync(async () => [(await api.GetConfigAsync(Test)).VersionText]);
            await AssertHarmlessAsync(async () => (await api.GetProfileAsync(Test))?.Permissions ?? []);
        }
    }

    private static string Random(Random random)
    {
        int[] statuses = [200, 200, 200, 204, 301, 400, 401, 403, 404, 500, 502, 999];
        string body = string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => Pieces[random.Next(Pieces.Length)]));
        string contentType = random.Next(3) == 0 ? "text/html; x=\u0091\u009b" : "application/json";
        string headers = random.Next(3) == 0 ? "Location: http://x\u009b/%1b\u0091?y\r\n" : "";
        return ScriptedServer.Answer(statuses[random.Next(statuses.Length)], contentType, body, headers);
    }

    private static async Task AssertHarmlessAsync(Func<Task<IReadOnlyList<string>>> call)
    {
        IReadOnlyList<string> shown;
        try
        {
            shown = await call();
        }
        catch (FailureException exception)
        {
            shown = [exception.Failure.Message, exception.Failure.RecommendedAction];
        }

        Assert.All(shown, text => Assert.All(text, character =>
            Assert.False(char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format, $"U+{(int)character:X4} in {text}")));
        Assert.All(shown, text => Assert.True(text.Length < 2000));
    }
}
