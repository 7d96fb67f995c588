namespace ListmonkPS.Core.Mail.Replies.Providers;

/// <summary>A provider or mail server software, and by what it is recognised.</summary>
/// <param name="Name">Name as people say it.</param>
internal sealed record SmtpProvider(string Name)
{
    /// <summary>Ends of its host names: "google.com".</summary>
    public string[] Hosts { get; init; } = [];

    /// <summary>Marks in its greeting or replies, without blanks; case does not count.</summary>
    public string[] Marks { get; init; } = [];

    /// <summary>Known limits; null for none.</summary>
    public SmtpProviderLimits? Limits { get; init; }

    /// <summary>True for software that anybody may run: a provider that is recognised too goes before it.</summary>
    public bool IsSoftware { get; init; }

    /// <summary>True when the host is one of its own.</summary>
    public bool HasHost(string host) => Hosts.Any(end =>
        host.Equals(end, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + end, StringComparison.OrdinalIgnoreCase));

    /// <summary>True when a text without blanks carries one of its marks or hosts.</summary>
    public bool IsIn(string compact) => Marks.Any(mark => compact.Contains(mark, StringComparison.OrdinalIgnoreCase));
}
