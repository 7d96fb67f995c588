using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ListmonkPS.TestBench.PostgreSql.Machine;

namespace ListmonkPS.TestBench.PostgreSql.Running;

/// <summary>A data folder with its server: made, and started on a free port.</summary>
/// <param name="programs">The server's programs.</param>
/// <param name="folder">The folder; holds the data and the log.</param>
internal sealed class Cluster(ServerPrograms programs, string folder)
{
    /// <summary>The role that initdb makes.</summary>
    public const string SuperUser = "postgres";

    private const int PortTries = 10;

    // For speed: what they give up is safety at a crash of the machine, and this data is never needed again. Without autovacuum nobody but
    // the test touches a table, and no worker sits in a template when it is cloned.
    private const string Settings = """

        listen_addresses = '127.0.0.1'
        unix_socket_directories = ''
        max_connections = 200
        shared_buffers = 32MB
        fsync = off
        synchronous_commit = off
        full_page_writes = off
        wal_level = minimal
        max_wal_senders = 0
        autovacuum = off
        timezone = 'UTC'
        log_timezone = 'UTC'

        """;

    // Shared memory as files of the data folder goes with the folder, even when a server was killed. Windows knows but one kind.
    private static string SharedMemory => OperatingSystem.IsWindows() ? "" : "dynamic_shared_memory_type = mmap\n";

    /// <summary>The version whose data folder it is: 18, or 9.6 before they had one number.</summary>
    public decimal Version => decimal.Parse(File.ReadAllText(Path.Combine(Data, "PG_VERSION")), CultureInfo.InvariantCulture);

    private string Data => DataOf(folder);

    private string Log => Path.Combine(folder, "server.log");

    /// <summary>The data folder of a cluster's folder.</summary>
    public static string DataOf(string folder) => Path.Combine(folder, "data");

    /// <summary>Makes the data folder.</summary>
    /// <param name="password">Of the superuser; reaches initdb in a file that only the server's account can read, and that is deleted.</param>
    /// <param name="ct">Ends it.</param>
    public async Task InitialiseAsync(string password, CancellationToken ct)
    {
        string secret = Path.Combine(folder, "password");
        await File.WriteAllTextAsync(secret, password, ct);
        await programs.HandOverAsync(folder, ct);

        // C.UTF-8 is a locale of Linux; elsewhere C sorts alike but folds only ASCII letters.
        string locale = OperatingSystem.IsLinux() ? "C.UTF-8" : "C";
        ProgramOutput made = await programs.RunAsync(
            "initdb",
            ["-D", Data, "-U", SuperUser, $"--pwfile={secret}", "--auth=scram-sha-256", "--encoding=UTF8", $"--locale={locale}", "--no-sync"],
            folder,
            ct);
        File.Delete(secret);
        if (made.ExitCode != 0) throw new InvalidOperationException($"initdb ended with {made.ExitCode}: {made.Error}");
        await File.AppendAllTextAsync(Path.Combine(Data, "postgresql.conf"), Settings + SharedMemory, ct);
    }

    /// <summary>Starts the server and returns its port.</summary>
    /// <exception cref="InvalidOperationException">It does not start; the message holds its log.</exception>
    public async Task<int> StartAsync(CancellationToken ct)
    {
        for (int attempt = 1; ; attempt++)
        {
            int port = FreePort();
            File.Delete(Log);
            ProgramOutput started = await programs.RunAsync(
                "pg_ctl", ["start", "-w", "-s", "-D", Data, "-l", Log, "-o", $"-p {port}"], folder, ct);
            if (started.ExitCode == 0) return port;
            string log = File.Exists(Log) ? await File.ReadAllTextAsync(Log, ct) : started.Error;

            // Between our letting go of the port and the server's taking it, anybody may have it.
            bool taken = log.Contains("could not bind", StringComparison.Ordinal);
            if (!taken || attempt == PortTries) throw new InvalidOperationException($"The PostgreSQL server did not start: {log}");
        }
    }

    private static int FreePort()
    {
        using Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
