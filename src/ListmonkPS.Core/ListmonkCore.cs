using System.Collections;
using ListmonkPS.Core.Audit;
using ListmonkPS.Core.Diagnosis;
using ListmonkPS.Core.Evidence.Defects;
using ListmonkPS.Core.Evidence.Domain;
using ListmonkPS.Core.Evidence.Logs.Reading;
using ListmonkPS.Core.Evidence.Queue;
using ListmonkPS.Core.Evidence.Smtp;
using ListmonkPS.Core.Listmonk.Connecting;
using ListmonkPS.Core.Listmonk.Database.Health;
using ListmonkPS.Core.Listmonk.OptIn;
using ListmonkPS.Core.Listmonk.Settings;
using ListmonkPS.Core.Resend;
using ListmonkPS.Core.Resend.Opening;

namespace ListmonkPS.Core;

/// <summary>The one type that the cmdlets' side makes by name, in the private load context: it puts the rooms together.</summary>
public sealed class ListmonkCore : IListmonkCore
{
    private readonly TimeProvider _time;

    /// <summary>Opens every door with the system's clock.</summary>
    public ListmonkCore()
        : this(TimeProvider.System)
    {
    }

    internal ListmonkCore(TimeProvider time)
    {
        _time = time;
        Settings = new SettingDoor();
        Audit = new AuditDoor();
        Subscribers = new SubscriberDoor(new JournalPastResends());
        Funnel = new FunnelDoor();
        Databases = new DatabaseDoor();
        Dns = new DnsDoor(time);
        Diagnosis = new DiagnosisDoor(time);
        Resends = new ResendDoor();
        Mail = new MailDoor(time);
        Versions = new VersionDoor();
        Queue = new QueueDoor(Resends);
        Logs = new LogDoor(time, Environment.GetEnvironmentVariable);
    }

    /// <inheritdoc/>
    public IConnectionDoor Connections => new ConnectionDoor(_time, Variables());

    /// <inheritdoc/>
    public ISettingDoor Settings { get; }

    /// <inheritdoc/>
    public IAuditDoor Audit { get; }

    /// <inheritdoc/>
    public ISubscriberDoor Subscribers { get; }

    /// <inheritdoc/>
    public IFunnelDoor Funnel { get; }

    /// <inheritdoc/>
    public IDatabaseDoor Databases { get; }

    /// <inheritdoc/>
    public IDnsDoor Dns { get; }

    /// <inheritdoc/>
    public IDiagnosisDoor Diagnosis { get; }

    /// <inheritdoc/>
    public IResendDoor Resends { get; }

    /// <inheritdoc/>
    public IMailDoor Mail { get; }

    /// <inheritdoc/>
    public IVersionDoor Versions { get; }

    /// <inheritdoc/>
    public ILogDoor Logs { get; }

    /// <inheritdoc/>
    public IQueueDoor Queue { get; }

    // Read anew each time: an operator may set a variable between two commands.
    private static Dictionary<string, string> Variables() => Environment.GetEnvironmentVariables()
        .Cast<DictionaryEntry>()
        .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "", StringComparer.Ordinal);
}
