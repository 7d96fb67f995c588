using System.Management.Automation;
using ListmonkPS.Shell;

namespace ListmonkPS;

/// <summary>What all cmdlets share that ask the DNS: whom to ask, and for how long.</summary>
public abstract class DnsCmdlet : SessionCmdlet
{
    /// <summary>
    /// DNS servers as address, address:port or [v6]:port. The first is asked; the others only to tell whether they say something else (inside and
    /// outside of a network). Default: those of this machine.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] DnsServer { get; set; } = [];

    /// <summary>Seconds that one question to a DNS server may take, with its second try.</summary>
    [Parameter]
    [ValidateRange(1, 600)]
    [PSDefaultValue(Help = "6")]
    public int TimeoutSeconds { get; set; } = 6;

    /// <summary>Whom to ask.</summary>
    private protected DnsOptions DnsOptions => new() { Servers = DnsServer, Timeout = TimeSpan.FromSeconds(TimeoutSeconds) };
}
