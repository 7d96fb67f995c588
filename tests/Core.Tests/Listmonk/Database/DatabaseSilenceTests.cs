using System.Buffers.Binary;
using System.Text;
using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Tests.Listmonk.Api;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace ListmonkPS.Core.Tests.Listmonk.Database;

/// <summary>A database server that falls silent: before the log-in, after it, and in the middle of an answer. The clock is a false one.</summary>
public sealed class DatabaseSilenceTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(15);

    /// <summary>Of this machine: only a hang reaches it.</summary>
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(1);

    private static readonly string[] ParameterStatus = ["server_version\015.0\0", "client_encoding\0UTF8\0", "standard_conforming_strings\0on\0", "TimeZone\0UTC\0"];

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Stages => new() { { "", "DatabaseUnreachable" }, { "R", "DatabaseUnreachable" }, { "RZ", "DatabaseUnreachable" } };

    [Theory]
    [MemberData(nameof(Stages))]
    public async Task Silence_ends_at_the_bound(string says, string id)
    {
        FakeTimeProvider time = new();
        TaskCompletionSource silent = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using ScriptedServer server = Silent(says, silent);
        await using ListmonkDatabase database = new(Access(server), Bound, time);
        Task read = database.ProbeAsync(Test);
        await silent.Task.WaitAsync(Test);
        time.Advance(Bound);
        time.Advance(TimeSpan.FromSeconds(1));
        FailureException exception = await Assert.ThrowsAsync<FailureException>(() => read.WaitAsync(Hang, Test));
        Assert.Equal((id, FailureCategory.OperationTimeout), (exception.Failure.Id, exception.Failure.Category));
        Assert.Contains("15 s", exception.Failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public async Task Cancelling_ends_the_wait_within_a_second(string says, string id)
    {
        Assert.NotEmpty(id);
        TaskCompletionSource silent = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using ScriptedServer server = Silent(says, silent);
        FakeTimeProvider time = new();
        // So long a bound that Npgsql's own, which it keeps by the true clock, is not what ends it.
        await using ListmonkDatabase database = new(Access(server), TimeSpan.FromMinutes(10), time);
        using CancellationTokenSource stop = new();
        Task read = database.ProbeAsync(stop.Token);
        await silent.Task.WaitAsync(Test);
        await stop.CancelAsync();
        time.Advance(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read.WaitAsync(Hang, Test));
    }

    private static NpgsqlConnectionStringBuilder Access(ScriptedServer server) =>
        new() { Host = "127.0.0.1", Port = server.Port, Username = "u", Database = "d", SslMode = SslMode.Disable, GssEncryptionMode = GssEncryptionMode.Disable };

    /// <summary>R: the log-in is accepted. Z: ready for a query. Then nothing.</summary>
    private static ScriptedServer Silent(string says, TaskCompletionSource silent) => ScriptedServer.Talking(async (stream, token) =>
    {
        byte[] size = new byte[4];
        await stream.ReadExactlyAsync(size, token);
        await stream.ReadExactlyAsync(new byte[BinaryPrimitives.ReadInt32BigEndian(size) - 4], token);
        if (says.Contains('R', StringComparison.Ordinal))
        {
            await stream.WriteAsync(new byte[] { (byte)'R', 0, 0, 0, 8, 0, 0, 0, 0 }, token);
            foreach (string status in ParameterStatus)
                await stream.WriteAsync((byte[])[(byte)'S', 0, 0, 0, (byte)(4 + status.Length), .. Encoding.ASCII.GetBytes(status)], token);
        }

        if (says.Contains('Z', StringComparison.Ordinal))
        {
            await stream.WriteAsync(new byte[] { (byte)'Z', 0, 0, 0, 5, (byte)'I' }, token);
            await stream.ReadAtLeastAsync(new byte[16], 1, cancellationToken: token); // the first query
        }

        silent.SetResult();
        await Task.Delay(Timeout.Infinite, token);
    });
}
