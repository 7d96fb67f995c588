using ListmonkPS.Core.Listmonk.Api;
using ListmonkPS.Core.Listmonk.Versions;
using ListmonkPS.Core.Resend.Servers;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Resend.Planning;

/// <summary>Whether listmonk itself can send the mails, and how many at a time.</summary>
internal static class RouteChoice
{
    private const int UsualRate = 60;
    private const int UsualAtOnce = 2;
    private const int UsualBySmtp = 4;

    /// <summary>Connections that live sign-ups keep.</summary>
    private const int KeptConnections = 2;

    /// <summary>Refuses a server that cannot send, or would lose mails without a word.</summary>
    /// <exception cref="FailureException">It cannot.</exception>
    public static void Check(ResendSubject subject)
    {
        if (subject.Server.Api is null)
            throw new FailureException(SessionFailures.NeedsApi(subject.Session.Name));
        Quirks quirks = subject.Server.Quirks;
        if (quirks.LosesMailSilently)
            throw new FailureException(ResendFailures.RouteLosesMail(HarmlessText.Of(quirks.Version.Text)));
        if (subject.Blocks is { Count: 0 })
            throw new FailureException(ResendFailures.RouteHasNoServer(subject.Session.Name));
        if (subject.Blocks?.FirstOrDefault(block => block.Attempts < 0) is { } idle)
            throw new FailureException(ResendFailures.RouteTriesNothing(HarmlessText.Of(idle.Name), idle.Attempts));
        if (subject.Session is { IsSuperAdmin: false, Permissions: { Count: > 0 } rights } && !rights.Contains(ApiRights.ManageSubscribers))
            throw new FailureException(ConnectionFailures.MissingPermission(subject.Server.Api.Place, "POST /api/subscribers/{id}/optin", ApiRights.ManageSubscribers));
    }

    /// <summary>Mails a minute where nobody says: the usual, or less where the provider is known to allow less, be it in a second, a minute or an hour.</summary>
    /// <param name="known">What is known of the provider's limits; null for nothing.</param>
    public static int Rate(SmtpProviderLimits? known) =>
        Math.Max(1, new[] { UsualRate, known?.PerSecond * 60, known?.PerMinute, known?.PerHour / 60 }.OfType<int>().Min());

    /// <summary>Mails at the same time: what was asked for, but never so many that sign-ups find no connection.</summary>
    /// <param name="subject">The server.</param>
    /// <param name="route">The way that the mails go.</param>
    /// <param name="wanted">What was asked for; null for the usual.</param>
    /// <param name="notices">Told when it is less.</param>
    public static int AtOnce(ResendSubject subject, PlannedRoute route, int? wanted, INoticeSink notices)
    {
        if (route.Via == ResendRoute.Smtp)
            return wanted ?? Math.Min(UsualBySmtp, route.ProviderLimits?.Connections ?? UsualBySmtp);
        int most = Math.Max(1, (subject.Blocks?.Min(block => (int?)block.MaxConnections) ?? int.MaxValue) - KeptConnections);
        if (wanted > most)
            notices.Warning(Texts.Format("notice.resend.throttled", wanted, most, subject.Session.Name));
        return Math.Min(wanted ?? UsualAtOnce, most);
    }
}
