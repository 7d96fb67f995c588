namespace ListmonkPS;

/// <summary>What mends a finding.</summary>
/// <param name="Text">What to do, in one sentence.</param>
/// <param name="Command">Command to paste; every text from a server in it is single-quoted; null when no command does it.</param>
/// <param name="IsAutomatic">True when the command may be carried out by a machine without further thought.</param>
/// <param name="NeedsRestart">True when listmonk reloads or has to be restarted.</param>
public sealed record CheckRemedy(string Text, string? Command = null, bool IsAutomatic = false, bool NeedsRestart = false)
{
    /// <summary>The DNS record to publish; null when none does it.</summary>
    public DnsProposal? Record { get; init; }

    /// <summary>The command, or the text where there is none.</summary>
    public override string ToString() => Command ?? Text;
}
