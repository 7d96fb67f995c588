using System.Net;
using System.Text.RegularExpressions;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Listmonk.Api;

/// <summary>
/// Tells which failure an answer is. By status and shape, never by words, since listmonk translates them (G49); the two exceptions are the name of a right,
/// which is the same in every language, and "invalid session", which is not translated.
/// </summary>
/// <param name="place">Address of the server as it is shown.</param>
/// <param name="credential">Our credential; null for none.</param>
/// <param name="secrets">What else of our requests must not be shown when a server sends it back.</param>
internal sealed partial class AnswerJudge(string place, NetworkCredential? credential, IEnumerable<string> secrets)
{
    private const int WordsLength = 80;

    private readonly CredentialMask _mask = new(credential, secrets);

    private bool HasCredential => credential is not null;

    /// <summary>The failure of an answer to a call; null when the answer is listmonk's success.</summary>
    public Failure? Judge(ApiAnswer answer, string call) => answer.Status switch
    {
        >= 200 and < 300 => answer.HasData ? null : NotListmonk(answer),
        >= 300 and < 400 => ConnectionFailures.ApiRedirected(place, TargetOf(answer)),
        401 => LoginRefused(Texts.Format(HasCredential ? "failure.reason.wrong-admin" : "failure.reason.no-credential"), "admin"),
        502 or 503 or 504 when answer.Message is null =>
            ConnectionFailures.ApiUnreachable(place, Texts.Format("failure.reason.gateway", answer.Status)),
        _ when answer.Message is null => NotListmonk(answer),
        403 => Forbidden(answer, answer.Message, call),
        404 or 405 => ConnectionFailures.CallNotKnown(place, call),
        < 500 => ConnectionFailures.ApiRefused(place, call, answer.Status, Shown(answer.Message)),
        _ => ConnectionFailures.ApiFailed(place, call, answer.Status, Shown(answer.Message)),
    };

    /// <summary>The failure that says what came instead of listmonk's answer.</summary>
    public Failure NotListmonk(ApiAnswer answer) => ConnectionFailures.NotListmonk(
        place, answer.Status, Shown(answer.ContentType, WordsLength), Shown(answer.Text.Trim(), WordsLength));

    private Failure Forbidden(ApiAnswer answer, string message, string call) => Right().Match(message) is { Success: true } right
        ? ConnectionFailures.MissingPermission(place, call, right.Value)
        : LoginRefused(RefusalOf(answer.Status, message), "api-user");

    /// <summary>Up to v3 a refusal is 401, later 403 (G19), so the answer tells which kind of credential the server wants.</summary>
    private Failure LoginRefused(string reason, string advice) => ConnectionFailures.LoginRefused(place, reason, Texts.Format("failure.advice." + advice));

    private string RefusalOf(int status, string message) => !HasCredential ? Texts.Format("failure.reason.no-credential")
        : message == "invalid session" ? Texts.Format("failure.reason.credential-lost")
        : Texts.Format("failure.reason.wrong-token", status);

    // Hidden before it is cut: half a credential is one too.
    private string Shown(string text, int length = HarmlessText.SentenceLength) => HarmlessText.Of(_mask.Hide(text), length);

    /// <summary>Scheme, host and path only: the query of a log-in redirect may hold secrets.</summary>
    private string TargetOf(ApiAnswer answer) => answer.Target is { } target && Uri.TryCreate(new Uri(place + "/"), target, out Uri? absolute)
        ? HarmlessText.Of(absolute.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped))
        : "?";

    [GeneratedRegex(@"\b[a-z]{2,20}:[a-z_]{2,30}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Right();
}
