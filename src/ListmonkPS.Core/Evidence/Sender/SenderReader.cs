using ListmonkPS.Core.Listmonk.Settings.Reading;

namespace ListmonkPS.Core.Evidence.Sender;

/// <summary>Reads who a server sends as, by whichever access there is.</summary>
internal static class SenderReader
{
    /// <summary>The sender of a session's server.</summary>
    /// <exception cref="FailureException">The settings cannot be read, or the From address has no domain.</exception>
    public static async Task<SenderSettings> ReadAsync(ListmonkSession session, INoticeSink notices, CancellationToken cancellation)
    {
        SettingSnapshot snapshot = await SettingReader.ReadAsync(SettingAccess.Of(session), notices, cancellation);
        SenderSettings sender = SenderSettings.Read(snapshot.Values) ?? throw new FailureException(DnsFailures.FromAddressUnusable(session.Name));
        notices.Verbose(Texts.Format("notice.dns.domain-from-session", sender.FromDomain, session.Name));
        return sender;
    }
}
