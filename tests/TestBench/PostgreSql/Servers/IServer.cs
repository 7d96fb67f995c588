using Npgsql;

namespace ListmonkPS.TestBench.PostgreSql.Servers;

/// <summary>A server in which the bench may make databases: its own, or one that was given.</summary>
internal interface IServer : IAsyncDisposable
{
    /// <summary>How to get in, with the role that makes databases. Holds a password.</summary>
    NpgsqlConnectionStringBuilder Access { get; }

    /// <summary>How the names of the bench's databases begin.</summary>
    string DatabasePrefix { get; }

    /// <summary>What is added to CREATE DATABASE ... TEMPLATE to make it fast.</summary>
    string CloneOptions { get; }

    /// <summary>The folder of the server; null for a given one.</summary>
    string? Folder { get; }

    /// <summary>The process that clears up.</summary>
    int WatchdogProcessId { get; }

    /// <summary>Clears up at the end of the process, where nothing can be awaited.</summary>
    void End();
}
