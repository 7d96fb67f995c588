using System.Net;
using ListmonkPS.Core.Mail.Smtp.Tls;
using ListmonkPS.Core.Mail.Smtp.Wire;

namespace ListmonkPS.Core.Mail.Smtp.Stages;

/// <summary>What the steps of one conversation share: what was asked, and what was learned so far. It is kept whatever fails afterwards.</summary>
/// <param name="target">What is asked.</param>
/// <param name="time">Clock.</param>
internal sealed class Dialogue(SmtpTarget target, TimeProvider time) : IDisposable
{
    private SmtpWire? _wire;

    /// <summary>What is asked.</summary>
    public SmtpTarget Target { get; } = target;

    /// <summary>Clock.</summary>
    public TimeProvider Time { get; } = time;

    /// <summary>The conversation so far.</summary>
    public Transcript Transcript { get; } = new();

    /// <summary>Addresses of the server.</summary>
    public IReadOnlyList<IPAddress> Addresses { get; set; } = [];

    /// <summary>The address that is connected; null before.</summary>
    public IPAddress? Address { get; set; }

    /// <summary>The connection; only to be asked for once there is one.</summary>
    public SmtpWire Wire => _wire ?? throw new InvalidOperationException("There is no connection yet.");

    /// <summary>True when something can still be said to the server.</summary>
    public bool CanSpeak => _wire is { IsUsable: true };

    /// <summary>The greeting; empty before.</summary>
    public string Banner { get; set; } = "";

    /// <summary>What is offered in the clear; null before the first EHLO there.</summary>
    public Capabilities? ClearCapabilities { get; set; }

    /// <summary>What is offered now.</summary>
    public Capabilities Capabilities { get; set; } = Capabilities.None;

    /// <summary>The encrypted connection; null without.</summary>
    public TlsSession? Tls { get; set; }

    /// <summary>The certificate; null without TLS.</summary>
    public SmtpCertificate? Certificate { get; set; }

    /// <summary>False when the certificate is not good enough to send a password to its holder.</summary>
    public bool IsTrusted { get; set; } = true;

    /// <summary>True while a mail transaction is open (RFC 5321 section 3.3): it is ended by RSET.</summary>
    public bool IsInTransaction { get; set; }

    /// <summary>Takes the connection.</summary>
    public void Open(SmtpWire wire) => _wire = wire;

    public void Dispose()
    {
        _wire?.Dispose();
        Tls?.Certificate.Dispose();
    }
}
