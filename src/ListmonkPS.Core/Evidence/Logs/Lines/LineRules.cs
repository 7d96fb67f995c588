using System.Text.RegularExpressions;

namespace ListmonkPS.Core.Evidence.Logs.Lines;

/// <summary>The messages of listmonk that are known, by contract 6.4; the first form that fits counts. Wrapped errors come before their wrapping.</summary>
internal static class LineRules
{
    private static readonly (string Form, LogClass Class, bool? IsOptIn, bool HasReply)[] Forms =
    [
        (@"^(?:panic: |fatal error: |.*http: panic serving )", LogClass.Panic, null, false),
        (@"^error sending opt-in e-mail(?: for subscriber (?<id>\d{1,10})\b[^:]*)?: .*(?:timed out waiting for free conn|pool closed)", LogClass.Pool, true, true),
        (@"^error sending opt-in e-mail(?: for subscriber (?<id>\d{1,10})\b[^:]*)?: message push timed out", LogClass.Queue, true, true),
        (@"^error sending opt-in e-mail(?: for subscriber (?<id>\d{1,10})\b[^:]*)?: (?:pq: |.*template)", LogClass.Template, true, false),
        (@"^error sending opt-in e-mail(?: for subscriber (?<id>\d{1,10})\b)?", LogClass.SmtpFailure, true, true),
        (@"^error sending message in campaign .*(?:timed out waiting for free conn|pool closed)", LogClass.Pool, false, true),
        (@"^error sending message in campaign ", LogClass.SmtpFailure, false, true),
        (@"^error sending (?:message '(?<subject>[^\n]*?)'|admin notification \((?<subject>[^\n]*?)\)): .*(?:timed out waiting for free conn|pool closed)", LogClass.Pool, null, true),
        (@"^error sending (?:message '(?<subject>[^\n]*?)'|admin notification \((?<subject>[^\n]*?)\)): ", LogClass.SmtpFailure, null, true),
        (@"^message push timed out: '(?<subject>[^\n]*)'", LogClass.Queue, null, true),
        (@"timed out waiting for free conn in pool", LogClass.Pool, null, true),
        (@"^error fetching lists for opt-in: ", LogClass.Database, true, false),
        (@"^error compiling notification template 'subscriber-optin", LogClass.Template, true, false),
        (@"^error compiling (?:notification )?template ", LogClass.Template, false, false),
        (@"^error (?:inserting|updating|fetching|checking) subscriber|^error checking subscriber existence|^error confirming subscription", LogClass.Database, true, false),
        (@"^captcha request failed", LogClass.SignUp, true, false),
        (@"^(?<version>v\d+\.\d+\.\d+\S*) \(", LogClass.Start, false, false),
        (@"^(?:loaded|initialized) email \(SMTP\) messenger|^connecting to db: |^reading config: |^media upload provider: |^running in passive mode|^system e-mail templates are plaintext", LogClass.Start, false, false),
        (@"^(?:reloading on signal|HTTP server shut down)", LogClass.Reload, false, false),
        (@"^no SMTP servers |^error (?:loading|initializing) e-mail messenger|^error reading (?:SMTP config|settings from DB)|^error connecting to DB|^error preparing SQL queries|^error loading app config|^error parsing e-mail notif templates|^there are \d+ pending database upgrade|^error spawning process|^the database does not appear to be setup|^error loading flags|^failed reading static files|^unknown SMTP auth type", LogClass.StartFailure, false, false),
        (@"^error count exceeded |^messages exceeded |^start processing campaign|^campaign \(|^finish processing campaign|^stop processing campaign", LogClass.Campaign, false, false),
        (@"bounce", LogClass.Bounce, false, false),
        (@"\bpq: |sql: |driver: bad connection", LogClass.Database, null, false),
    ];

    /// <summary>The rules, in order.</summary>
    public static IReadOnlyList<LineRule> All { get; } = [.. Forms.Select(form => new LineRule(
        new Regex(form.Form, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase), form.Class, form.IsOptIn, form.HasReply))];
}
