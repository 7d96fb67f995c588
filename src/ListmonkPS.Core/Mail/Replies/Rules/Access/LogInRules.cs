using static ListmonkPS.Core.Mail.Replies.Words.Phrases;
using static ListmonkPS.SmtpReplyClass;

namespace ListmonkPS.Core.Mail.Replies.Rules.Access;

/// <summary>The log-in and its mechanism.</summary>
internal static class LogInRules
{
    private static readonly string[] LogIns =
    [
        "authentication", "auth.", "login.", "log-in", "sasl", "authentifi", "anmeldung", "autenticazione", "autenticación", "autenticação",
        "uwierzytelni", "aanmelding", "аутентификаци", "авторизаци", "登录", "登陆", "认证", "認証", "autentisering", "inloggning", "godkendelse", "tunnistau", "hitelesítés", "ověření", "přihlášení", "kimlik doğrulama", "로그인", "인증",
    ];

    private static readonly string[] Refused =
    [
        "failed", "failure", "fail.", "unsuccessful", "invalid", "incorrect", "refused", "denied", "rejected", "fehlgeschlagen", "nicht erfolgreich",
        "verweigert",
        "impossible", "échou", "échec", "refus", "fallit", "non riuscita", "incorrect", "fallida", "falló", "falha", "falhou", "nieudan", "mislukt",
        "ошибк", "не удал", "失败", "失敗", "misslyck", "mislykke", "epäonnistu", "sikertelen", "nezdařil", "başarısız", "실패",
    ];

    private static readonly string[] Credentials =
    [
        "username", "user name", "login", "password", "credential", "api key", "smtp key", "benutzername", "passwort", "kennwort", "identifiant",
        "mot de passe", "nome utente", "usuario", "contraseña",
        "usuário", "senha", "hasło", "wachtwoord", "парол", "логин", "密码", "口令", "パスワード", "lösenord", "adgangskode", "salasana", "jelszó", "heslo", "şifre", "비밀번호", "credenziali", "credenciales", "credenciais",
    ];

    private static readonly string[] Wrong =
    [
        "not accepted", "invalid", "incorrect", "wrong", "not recognized", "not recognised", "mismatch", "do not match", "expired", "ungültig",
        "falsch", "incorrect", "errat", "non valid", "inválid",
        "błędn", "nieprawidłow", "onjuist", "неверн", "неправильн", "错误", "不正确", "正しくありません", "felaktig", "fel.", "forkert", "virheelli", "hibás", "špatné", "hatalı", "올바르지", "incorrect", "inválid",
    ];

    // Said of the same words when something else is meant.
    private static readonly string[] NotTheLogIn =
        ["relay", "retransmiss", "temporary", "temporarily", "mechanism", "recipient", "mailbox", "helo", "for group", "message does not", "domain", "sender address", "sender is unauthenticated"];

    public static IReadOnlyList<ReplyRule> All { get; } =
    [
        new(AuthFailed, RuleStrength.Strong)
        {
            Any =
            [
                .. Pairs(LogIns, Refused),
                .. Pairs(
                    [
                        "invalid", "incorrect", "bad.", "error de", "erreur d'", "errore di", "erro de", "erro na", "falha na", "falha de",
                        "fallo de", "échec de", "échec d'", "błąd", "fout bij", "ошибка", "failed", "failure of",
                    ],
                    [
                        "authenti", "autentic", "uwierzytelni", "anmeldung", "аутентификаци", "авторизаци",
                    ]),
                "authentication error", "failed login", "failed log in", "failed authentication", "login attempts", "bad auth.",
                .. EitherOrder(Credentials, Wrong), .. Pairs(["bad."], Credentials),
                "app password", "application specific password", "app specific password", "authentication data", "authorization code",
            ],
            Unless = NotTheLogIn,
        },
        new(AuthFailed, RuleStrength.Medium)
        {
            Any =
            [
                .. Pairs(["authentication", "smtp auth", "log in", "login", "authenticate", "authentifizierung", "authentification", "autenticazione", "autenticación", "autenticação", "认证"],
                    ["required", "needed", "first", "necessary", "is mandatory", "erforderlich", "requise", "obligatoire", "richiesta", "requerida", "exigida"]),
                .. Pairs(
                    [
                        "must", "please", "need", "requires", "require", "have to", "should",
                    ],
                    [
                        "authenticate", "authentication", "log in", "login", "auth.",
                    ]),
                "bitte authentifizieren", "bitte anmelden", "veuillez vous authentifier", "请先登录", "请先认证", "not authenticated", "not logged in", "client was not authenticated", "need*auth.", "no permission to log",
                "log in via your web browser", "无权登",
            ],
            Unless = [.. NotTheLogIn, "encrypt", "tls.", "ssl."],
        },
        new(AuthFailed, RuleStrength.Strong)
        {
            Codes = [525, 530, 534, 535],
            Any = ["unauthorized ip", "unauthorised ip", "ip*not allowed", "ip*not authorized", "ip*not whitelisted", "ip*not allowlisted"],
            Remedy = "AuthAddress",
        },
        new(AuthFailed, RuleStrength.Strong)
        {
            Codes = [534, 535],
            Any = ["user not exist", "user does not exist", "user unknown", "unknown user", "user not found", "no such user", "account not found", "account does not exist"],
        },
        new(AuthFailed, RuleStrength.Medium) { Provider = "SendGrid", Any = ["unauthenticated senders not allowed"] },
        new(AuthFailed, RuleStrength.Strong) { Provider = "SparkPost", Any = ["no authentication type succeeded"] },
        new(AuthFailed, RuleStrength.Strong)
        {
            Provider = "Gmail",
            Marks = ["p=BadCredentials", "p=InvalidSecondFactor", "p=WantAuthError", "p=WebLoginRequired", "p=AppPasswordRequired"],
        },
        new(AuthFailed, RuleStrength.Medium) { Provider = "Microsoft 365", Topics = ["7.57"] },
        new(AuthMechanism, RuleStrength.Strong)
        {
            Any =
            [
                .. EitherOrder(["authentication type", "authentication mechanism", "authentication method", "auth mechanism", "auth method", "auth type", "authentifizierungsmethode", "méthode d'authentification", "认证方式"],
                    ["unrecognized", "unrecognised", "unsupported", "not supported", "unknown", "too weak", "invalid", "not available", "disabled", "not allowed", "not permitted", "rejected", "nicht unterstützt", "non pris", "不支持"]),
                .. Pairs(["basic authentication", "smtp client authentication", "smtp auth.", "auth command", "auth.", "authentication"],
                    ["command not allowed", "is disabled", "not enabled", "disabled for", "not supported", "not available", "not allowed on", "not permitted on", "not advertised", "not implemented", "not offered", "has been disabled"]),
                "mechanism not supported", "no mechanism", "no authentication mechanism", "mechanism*too weak", "mechanism not available", "unsupported*mechanism", "unrecognized*mechanism",
                "smtp*not enabled", "smtp*access*disabled", "smtp disabled", "smtp is disabled", "not allowed to use smtp",
                "not advertised", "oauth only", "use oauth", "requires oauth", "modern authentication",
            ],
            Unless = ["encryption", "temporary"],
        },
        new(AuthMechanism, RuleStrength.Strong)
        {
            Codes = [500, 502, 503, 504],
            Any = ["unrecognized & auth.", "unknown command & auth.", "not implemented & auth.", "syntax error & auth."],
        },
        new(AuthMechanism, RuleStrength.Medium)
        {
            Codes = [500, 502, 503, 504],
            Stages = [SmtpStageName.Auth],
            Unless = ["authenticat*first", "temporar"],
        },
        new(AuthMechanism, RuleStrength.Strong) { Provider = "Microsoft 365", Topics = ["7.139"], Unless = ["credentials were incorrect"] },
    ];
}
