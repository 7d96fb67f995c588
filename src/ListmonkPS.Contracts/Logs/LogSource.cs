namespace ListmonkPS;

/// <summary>Where a log is read.</summary>
public enum LogSource
{
    /// <summary>listmonk's own memory, by its API: at most 5000 lines, empty after every reload.</summary>
    Api,

    /// <summary>The container, by the Docker Engine API.</summary>
    Docker,

    /// <summary>The systemd journal, by journalctl.</summary>
    Journal,

    /// <summary>A file into which listmonk's output goes.</summary>
    File,

    /// <summary>The log of a mail server on this machine (Postfix, Exim).</summary>
    Relay,
}
