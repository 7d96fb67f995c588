namespace ListmonkPS;

/// <summary>Which logs, and what of them.</summary>
public sealed record LogRequest
{
    /// <summary>Where to read; empty for the API, or for the files when there are any.</summary>
    public IReadOnlyList<LogSource> Sources { get; init; } = [];

    /// <summary>Files, whole paths.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>Container by name or id; null to look for one of listmonk.</summary>
    public string? Container { get; init; }

    /// <summary>Where Docker listens, as DOCKER_HOST has it; null for that variable, else the usual place.</summary>
    public string? DockerHost { get; init; }

    /// <summary>systemd unit, with wildcards; null for listmonk*.</summary>
    public string? Unit { get; init; }

    /// <summary>Only what is about opt-in mail, or may be.</summary>
    public bool OptInOnly { get; init; }

    /// <summary>Regular expression that the message must match; null for all.</summary>
    public string? Pattern { get; init; }

    /// <summary>Only what was written at or after this time.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>True to go on with what is written from now on.</summary>
    public bool Follow { get; init; }

    /// <summary>Zone of stamps that tell none; null for that of this machine.</summary>
    public TimeZoneInfo? TimeZone { get; init; }

    /// <summary>Bound of each answer of Docker, and of the start of journalctl.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);
}
