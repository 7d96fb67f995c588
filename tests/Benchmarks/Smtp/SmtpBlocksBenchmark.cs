using System.Net;
using System.Text.Json.Nodes;
using ListmonkPS.Benchmarks.Running;
using ListmonkPS.Core;
using ListmonkPS.TestBench.Smtp;
using ListmonkPS.TestBench.Worlds;

namespace ListmonkPS.Benchmarks.Smtp;

/// <summary>Blocks are talked to side by side: many take no longer than one (issue 5).</summary>
[Benchmark("smtp-blocks", Compares = "eight SMTP blocks whose servers are 20 ms away, against one of them", Goal = 1.2)]
internal sealed class SmtpBlocksBenchmark : IBenchmark, INoticeSink
{
    private const int Blocks = 8;
    private static readonly TimeSpan Far = TimeSpan.FromMilliseconds(20);
    private readonly ListmonkCore _core = new();
    private readonly ScriptedSmtpServer _server = ScriptedSmtpServer.Start(new SmtpScript { Pause = Far });
    private readonly List<World> _worlds = [];
    private readonly List<ListmonkSession> _sessions = [];

    public async Task PrepareAsync(bool isLong, CancellationToken cancellation)
    {
        foreach (int blocks in (int[])[Blocks, 1])
        {
            World world = await World.CreateAsync(ct: cancellation);
            _worlds.Add(world);
            await world.ExecuteAsync($"update settings set value = '{Settings(blocks).ToJsonString()}' where key = 'smtp'", cancellation);
            ConnectRequest request = new()
            {
                ConnectionString = world.ReadConnectionString,
                DatabaseCredential = new NetworkCredential(world.ReadUser, world.ReadPassword),
            };
            _sessions.Add((await _core.Connections.ConnectAsync(request, this, cancellation)).Session);
        }
    }

    public Task<double> OursAsync(CancellationToken cancellation) => TimeAsync(_sessions[0], Blocks, cancellation);

    public Task<double> BaselineAsync(CancellationToken cancellation) => TimeAsync(_sessions[1], 1, cancellation);

    public void Warning(string text) => throw new InvalidOperationException(text);

    public void Verbose(string text)
    {
    }

    public void Progress(ProgressNotice notice)
    {
    }

    public async ValueTask DisposeAsync()
    {
        foreach (ListmonkSession session in _sessions)
            await _core.Connections.DisconnectAsync(session);
        foreach (World world in _worlds)
            await world.DisposeAsync();
        await _server.DisposeAsync();
    }

    private async Task<double> TimeAsync(ListmonkSession session, int blocks, CancellationToken cancellation)
    {
        long start = TimeProvider.System.GetTimestamp();
        int passed = 0;
        await foreach (SmtpTest test in _core.Mail.TestBlocksAsync(session, new SmtpBlockRequest(), this, cancellation))
            passed += test.Status == CheckStatus.Pass ? 1 : throw new InvalidOperationException($"{test.Stage}: {test.ReplyText}");
        return passed == blocks
            ? TimeProvider.System.GetElapsedTime(start).TotalMilliseconds
            : throw new InvalidOperationException($"{passed} of {blocks} blocks were talked to.");
    }

    private JsonArray Settings(int blocks) => new([.. Enumerable.Range(0, blocks).Select(index => new JsonObject
    {
        ["uuid"] = Guid.NewGuid().ToString(),
        ["name"] = $"email-{index}",
        ["enabled"] = true,
        ["host"] = "127.0.0.1",
        ["port"] = _server.Port,
        ["auth_protocol"] = "plain",
        ["username"] = "news@example.org",
        ["password"] = "correct horse battery",
        ["tls_type"] = "none",
    })]);
}
