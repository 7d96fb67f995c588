using ListmonkPS.Core.Mail.Replies.Providers;
using ListmonkPS.Core.Resend.Servers;
using ListmonkPS.Core.Resend.Smtp;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Resend.Planning;

/// <summary>Finds the way that the mails go: the one that was asked for; else by the API where right and version allow it, else by SMTP.</summary>
/// <param name="subject">The server.</param>
/// <param name="request">What was asked for.</param>
/// <param name="notices">Takes warnings.</param>
internal sealed class RouteFinder(ResendSubject subject, ResendRequest request, INoticeSink notices)
{
    /// <summary>The way.</summary>
    /// <param name="usual">The way of the run that is resumed, or of the plan; null for none.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="FailureException">There is none.</exception>
    public async Task<PlannedRoute> FindAsync(ResendRoute? usual, CancellationToken cancellation)
    {
        string? onlyBySmtp = request switch
        {
            { TemplatePath: not null } => "-TemplatePath",
            { RedirectTo: not null } => "-RedirectTo",
            { PreviewTo: not null } => "-PreviewTo",
            { Via: ResendRoute.Api, SmtpCredentials.Count: > 0 } => "-SmtpCredential",
            _ => null,
        };
        if (request.Via == ResendRoute.Api && onlyBySmtp is not null)
            throw new FailureException(ResendFailures.OnlyBySmtp(onlyBySmtp));
        return (request.Via ?? (onlyBySmtp is null ? usual : ResendRoute.Smtp)) switch
        {
            ResendRoute.Api => ByApi(),
            ResendRoute.Smtp => await BySmtpAsync(cancellation),
            _ => await ByEitherAsync(cancellation),
        };
    }

    private PlannedRoute ByApi()
    {
        RouteChoice.Check(subject);
        return new PlannedRoute(ResendRoute.Api, subject.Account, "", subject.ProviderLimits, null);
    }

    private async Task<PlannedRoute> ByEitherAsync(CancellationToken cancellation)
    {
        try
        {
            return ByApi();
        }
        catch (FailureException byApi)
        {
            try
            {
                PlannedRoute route = await BySmtpAsync(cancellation);
                notices.Verbose(Texts.Format("notice.resend.by-smtp", byApi.Failure.Message));
                return route;
            }
            catch (FailureException) when (subject.Server.Api is not null)
            {
                // The API is the usual way: what bars it is what has to be mended.
                throw new FailureException(byApi.Failure, byApi);
            }
        }
    }

    private async Task<PlannedRoute> BySmtpAsync(CancellationToken cancellation)
    {
        SmtpSendOptions options = new() { TemplatePath = request.TemplatePath, Credentials = request.SmtpCredentials, RedirectTo = request.PreviewTo ?? request.RedirectTo };
        SmtpSending sending = await SmtpSending.ReadAsync(subject.Session, options, notices, cancellation);
        return new PlannedRoute(
            ResendRoute.Smtp, HarmlessText.Of(sending.Setup.Account.Name), sending.Template.Hash,
            ProviderTable.Recognise(sending.Setup.Account.Host, null, null)?.Limits, sending);
    }
}
