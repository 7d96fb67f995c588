using System.Diagnostics;
using ListmonkPS.Core.Machine.Containers;
using ListmonkPS.Core.Machine.Logs;
using ListmonkPS.TestBench.Docker;

namespace ListmonkPS.Core.Tests.Machine;

/// <summary>The log of a container over real HTTP, on a Unix socket and on TCP, in frames and pieces that end anywhere.</summary>
public sealed class ContainerLogTests : IDisposable
{
    private const int Lines = 60;
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(1);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("listmonkps-docker-");

    private static string Log => string.Concat(Enumerable.Range(0, Lines).Select(
        number => $"2025-05-08T10:00:{number:00}.1234567{number % 10}9Z 2025/05/08 12:00:00 main.go:1: line {number} \u5F20\u4F1F \u20AC\n"));

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task Frames_cut_anywhere_give_the_lines_with_their_times(bool bySocket, bool hasTerminal)
    {
        for (int seed = 1; seed <= 5; seed++)
        {
            await using DockerStandIn docker = await DockerStandIn.StartAsync(Log, bySocket ? Path.Combine(_folder.FullName, $"{seed}.sock") : null, hasTerminal, seed: seed);
            IReadOnlyList<RawLine> lines = await LogLines.ReadAllAsync(await OpenAsync(docker), new DateTimeOffset(2025, 5, 8, 9, 0, 0, TimeSpan.Zero));
            Assert.Equal(Enumerable.Range(0, Lines).Select(number => $"2025/05/08 12:00:00 main.go:1: line {number} \u5F20\u4F1F \u20AC"), lines.Select(line => line.Text));
            Assert.Equal(new DateTimeOffset(2025, 5, 8, 10, 0, 59, TimeSpan.Zero), new DateTimeOffset(lines[^1].Time!.Value.Ticks / 10_000_000 * 10_000_000, TimeSpan.Zero));
            Assert.Contains(docker.Requests, path => path.Contains("timestamps=true&since=1746694800", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(DockerFault.CutFrame, "ContainerLogBroken", "inside a frame")]
    [InlineData(DockerFault.OddFrame, "ContainerLogBroken", "not framed")]
    [InlineData(DockerFault.SystemError, "ContainerLogBroken", "error from daemon")]
    [InlineData(DockerFault.OldVersion, "NotDocker", "1.24")]
    [InlineData(DockerFault.Page, "NotDocker", "least")]
    public async Task What_is_not_as_Docker_writes_is_one_failure(DockerFault fault, string id, string says)
    {
        await using DockerStandIn docker = await DockerStandIn.StartAsync(Log, fault: fault);
        FailureException thrown = await Assert.ThrowsAsync<FailureException>(async () => await LogLines.ReadAllAsync(await OpenAsync(docker)));
        Assert.Equal(id, thrown.Failure.Id);
        Assert.Contains(says, thrown.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_silent_socket_is_given_up_within_the_bound()
    {
        await using DockerStandIn docker = await DockerStandIn.StartAsync(Log, Path.Combine(_folder.FullName, "d.sock"), fault: DockerFault.Silent);
        Stopwatch watch = Stopwatch.StartNew();
        using DockerApi api = new(DockerAddress.Of(docker.Host), TimeSpan.FromMilliseconds(300), TimeProvider.System);
        FailureException thrown = await Assert.ThrowsAsync<FailureException>(() => api.ListAsync(TestContext.Current.CancellationToken));
        Assert.Equal("DockerUnreachable", thrown.Failure.Id);
        Assert.True(watch.Elapsed < Bound, $"{watch.Elapsed}");
    }

    [Fact]
    public async Task An_endless_line_is_cut()
    {
        await using DockerStandIn docker = await DockerStandIn.StartAsync(Log, fault: DockerFault.EndlessLine);
        RawLine line = Assert.Single(await LogLines.ReadAllAsync(await OpenAsync(docker)));
        Assert.True(line.Text.Length <= LineSplitter.UsualBound);
    }

    [Theory]
    [InlineData("unix:///no/such/docker.sock", "DockerUnreachable")]
    [InlineData("tcp://127.0.0.1:1", "DockerUnreachable")]
    public async Task Nobody_there_is_a_connection_error(string host, string id)
    {
        using DockerApi api = new(DockerAddress.Of(host), Bound, TimeProvider.System);
        FailureException thrown = await Assert.ThrowsAsync<FailureException>(() => api.ListAsync(TestContext.Current.CancellationToken));
        Assert.Equal((id, FailureCategory.ConnectionError), (thrown.Failure.Id, thrown.Failure.Category));
    }

    [Theory]
    [InlineData("ssh://user@host")]
    [InlineData("unix://")]
    [InlineData("fd://")]
    [InlineData("docker.sock")]
    [InlineData("tcp://u:p@host:1")]
    public void Addresses_that_cannot_be_used_are_refused(string host) =>
        Assert.Equal("DockerHostInvalid", Assert.Throws<FailureException>(() => DockerAddress.Of(host)).Failure.Id);

    private static async Task<ContainerLog> OpenAsync(DockerStandIn docker)
    {
        DockerApi api = new(DockerAddress.Of(docker.Host), Bound, TimeProvider.System);
        IReadOnlyList<ContainerSummary> all = await api.ListAsync(TestContext.Current.CancellationToken);
        return new ContainerLog(api, all.Single(one => one.IsListmonk), Bound, TimeProvider.System);
    }
}
