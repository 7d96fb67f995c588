namespace ListmonkPS;

/// <summary>Everything the module can do, door by door. The cmdlets know Core by this alone.</summary>
public interface IListmonkCore
{
    /// <summary>Connecting to servers.</summary>
    IConnectionDoor Connections { get; }

    /// <summary>Reading and changing settings.</summary>
    ISettingDoor Settings { get; }

    /// <summary>Baselines of settings, and comparison with them.</summary>
    IAuditDoor Audit { get; }

    /// <summary>Counting and finding subscribers.</summary>
    ISubscriberDoor Subscribers { get; }

    /// <summary>Measuring how sign-ups become confirmations.</summary>
    IFunnelDoor Funnel { get; }

    /// <summary>Testing the database itself.</summary>
    IDatabaseDoor Databases { get; }

    /// <summary>Checking what the DNS says about the mail of a domain.</summary>
    IDnsDoor Dns { get; }

    /// <summary>Finding out why opt-in mails do not come.</summary>
    IDiagnosisDoor Diagnosis { get; }

    /// <summary>Mailing people again who never got their opt-in mail.</summary>
    IResendDoor Resends { get; }

    /// <summary>Mail servers and what they say.</summary>
    IMailDoor Mail { get; }

    /// <summary>What is known of the version that a server runs.</summary>
    IVersionDoor Versions { get; }

    /// <summary>Logs of listmonk and of the relay on its machine.</summary>
    ILogDoor Logs { get; }

    /// <summary>What waits or is under way.</summary>
    IQueueDoor Queue { get; }
}
