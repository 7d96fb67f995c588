using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using ListmonkPS.TestBench.Network;

namespace ListmonkPS.Core.Tests.Listmonk.Api;

/// <summary>A server on loopback whose every byte the test decides: a table of paths and answers, or a talk of its own on the bare socket.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly LoopbackListener _listener;

    private ScriptedServer(Func<Stream, CancellationToken, Task> talk) => _listener = new LoopbackListener(talk);

    /// <summary>Heads of all requests so far, in order.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public int Port => _listener.Port;

    public Uri Uri => new($"http://127.0.0.1:{Port}");

    /// <summary>Answers by path; 404 as listmonk words it for the rest.</summary>
    public static ScriptedServer Of(params (string Path, string Answer)[] answers)
    {
        ScriptedServer? server = null;
        server = new ScriptedServer(async (stream, token) =>
        {
            string head = await ReadHeadAsync(stream, token);
            server!.Requests.Enqueue(head);
            string path = head.Split(' ')[1];
            string answer = answers.FirstOrDefault(entry => entry.Path == path).Answer ?? Json(404, """{"message":"404 unknown endpoint"}""");
            await stream.WriteAsync(Encoding.Latin1.GetBytes(answer), token);
        });
        return server;
    }

    /// <summary>Talks as the test says.</summary>
    public static ScriptedServer Talking(Func<Stream, CancellationToken, Task> talk) => new(talk);

    /// <summary>An answer with a JSON body.</summary>
    public static string Json(int status, string body) => Answer(status, "application/json", body);

    /// <summary>An answer with headers and body; the body may be any text, sent as UTF-8.</summary>
    public static string Answer(int status, string contentType, string body, string headers = "")
    {
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        string length = bytes.Length.ToString(CultureInfo.InvariantCulture);
        return $"HTTP/1.1 {status} X\r\nContent-Type: {contentType}\r\nContent-Length: {length}\r\nConnection: close\r\n{headers}\r\n"
            + Encoding.Latin1.GetString(bytes);
    }

    /// <summary>Reads to the blank line after the headers.</summary>
    public static async Task<string> ReadHeadAsync(Stream stream, CancellationToken cancellation)
    {
        StringBuilder head = new();
        byte[] one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(one, cancellation) == 1)
            head.Append((char)one[0]);
        return head.ToString();
    }

    public ValueTask DisposeAsync() => _listener.DisposeAsync();
}
