using System.Globalization;
using System.Net;
using ListmonkPS.Core.Mail.Composing;
using ListmonkPS.Core.Resend.Ledger;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Resend.Planning;

/// <summary>
/// What Invoke-OptInResend takes beside -Run to go on as before. The ledger keeps neither limits nor paths nor log-ins: a command without them would mail all
/// who are left without a limit, or be refused.
/// </summary>
internal static class ResumeArguments
{
    /// <summary>Stands for a path that only who began the run knows.</summary>
    private const string SomeFile = "FILE";

    /// <summary>As PowerShell text; empty for nothing.</summary>
    /// <param name="run">The run.</param>
    /// <param name="request">How it was asked for; null where that is not known.</param>
    public static string Of(LedgerRun run, ResendRequest? request) => string.Join(' ', request is null ? OfLedger(run) : OfRequest(request));

    private static IEnumerable<string> OfLedger(LedgerRun run)
    {
        if (run.Identity.Template.Length > 0 && run.Identity.Template != TemplateReader.Shipped().Hash)
            yield return "-TemplatePath " + SomeFile;
    }

    private static IEnumerable<string> OfRequest(ResendRequest request) => new[]
    {
        Text("-Path", request.PlanPath),
        Number("-RatePerMinute", request.RatePerMinute),
        Number("-DailyLimit", request.DailyLimit),
        Text("-TimeZone", request.TimeZone?.Id),
        Number("-MaxAttempts", request.MaxAttempts),
        Number("-ThrottleLimit", request.ThrottleLimit),
        request.MinimumInterval is { } interval ? "-MinimumInterval " + Span(interval) : null,
        Text("-TemplatePath", request.TemplatePath),
        Text("-RedirectTo", request.RedirectTo),
        request.SmtpCredentials.Count == 0 ? null : "-SmtpCredential " + string.Join(", ", request.SmtpCredentials.Select(Credential)),
        Text("-LedgerConnection", request.LedgerConnection),
    }.OfType<string>();

    private static string? Text(string parameter, string? value) => value is null ? null : $"{parameter} {PowerShellLiteral.Of(value)}";

    private static string? Number(string parameter, int? value) => value is { } number ? string.Create(CultureInfo.InvariantCulture, $"{parameter} {number}") : null;

    private static string Credential(NetworkCredential credential) => $"(Get-Credential {PowerShellLiteral.Of(credential.UserName)})";

    private static string Span(TimeSpan span)
    {
        string text = string.Concat(new[] { (span.Days, "d"), (span.Hours, "h"), (span.Minutes, "m"), (span.Seconds, "s") }
            .Where(part => part.Item1 > 0).Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Item1}{part.Item2}")));
        return text.Length == 0 ? "0s" : text;
    }
}
