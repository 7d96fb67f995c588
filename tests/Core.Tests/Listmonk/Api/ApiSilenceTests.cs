using System.Net;
using ListmonkPS.Core.Listmonk.Api;
using Microsoft.Extensions.Time.Testing;

namespace ListmonkPS.Core.Tests.Listmonk.Api;

/// <summary>A server that falls silent at any stage: the wait ends at its bound, and at once when it is cancelled. The clock is a false one.</summary>
public sealed class ApiSilenceTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(15);

    /// <summary>Of this machine: only a hang reaches it.</summary>
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(1);

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Stages => new()
    {
        { "http", "" },
        { "http", "HTTP/1.1 200 OK\r\nContent-" },
        { "http", "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n" },
        { "http", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"dat" },
        { "https", "" },
    };

    [Theory]
    [MemberData(nameof(Stages))]
    public async Task Silence_ends_at_the_bound(string scheme, string begin)
    {
        FakeTimeProvider time = new();
        await using SilentServer server = new(begin);
        using ListmonkApi api = NewApi(scheme, server, time);
        Task call = api.GetConfigAsync(Test);
        await server.Silent.WaitAsync(Test);
        time.Advance(Bound);
        FailureException exception = await Assert.ThrowsAsync<FailureException>(() => call.WaitAsync(Hang, Test));
        Assert.Equal(("ApiUnreachable", FailureCategory.OperationTimeout), (exception.Failure.Id, exception.Failure.Category));
        Assert.Contains("no answer came within 15 s", exception.Failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public async Task Cancelling_ends_the_wait_while_the_clock_stands(string scheme, string begin)
    {
        await using SilentServer server = new(begin);
        using ListmonkApi api = NewApi(scheme, server, new FakeTimeProvider());
        using CancellationTokenSource stop = new();
        Task call = api.GetConfigAsync(stop.Token);
        await server.Silent.WaitAsync(Test);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(Hang, Test));
    }

    private static ListmonkApi NewApi(string scheme, SilentServer server, TimeProvider time) =>
        new(new Uri($"{scheme}://127.0.0.1:{server.Port}"), new NetworkCredential("u", "t"), Bound, time);

    /// <summary>Takes the request, says the beginning of an answer, and nothing more.</summary>
    private sealed class SilentServer : IAsyncDisposable
    {
        private readonly TaskCompletionSource _silent = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ScriptedServer _server;

        public SilentServer(string begin) => _server = ScriptedServer.Talking(async (stream, token) =>
        {
            byte[] some = new byte[4096];
            await stream.ReadAtLeastAsync(some, 1, cancellationToken: token);
            await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(begin), token);
            _silent.SetResult();
            await Task.Delay(Timeout.Infinite, token);
        });

        public int Port => _server.Port;

        /// <summary>Ends when the server has fallen silent.</summary>
        public Task Silent => _silent.Task;

        public ValueTask DisposeAsync() => _server.DisposeAsync();
    }
}
