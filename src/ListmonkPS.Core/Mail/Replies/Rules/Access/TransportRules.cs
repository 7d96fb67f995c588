using static ListmonkPS.Core.Mail.Replies.Words.Phrases;
using static ListmonkPS.SmtpReplyClass;

namespace ListmonkPS.Core.Mail.Replies.Rules.Access;

/// <summary>TLS that the server demands.</summary>
internal static class TransportRules
{
    private static readonly string[] Protection =
    [
        "tls.", "starttls", "ssl.", "encryption", "encrypted connection", "secure connection", "encrypted channel", "verschlüsselung",
        "verschlüsselte", "connexion chiffrée", "chiffrement", "connexion sécurisée",
        "crittografi", "cifrad", "criptograf", "szyfrowan", "versleutel", "шифрован", "加密连接", "暗号化", "krypter", "titkosít", "šifrovan", "şifrele", "암호화",
    ];

    private static readonly string[] Demanded =
    [
        "required", "requiered", "requires", "needed", "must", "first", "only", "mandatory", "necessary", "please use", "erforderlich", "benötigt",
        "obligatoire", "requise", "obbligatori", "richiest",
        "obligatori", "requerid", "requiere", "requer.", "krävs", "kræves", "szükséges", "vyžadov", "gerekli", "필요", "necessári", "wymagan", "vereist", "обязательн", "требуется", "必须", "必要",
    ];

    public static IReadOnlyList<ReplyRule> All { get; } =
    [
        new(TlsRequired, RuleStrength.Strong)
        {
            Any =
            [
                .. EitherOrder(Protection, Demanded),
                .. Pairs(
                    [
                        "without", "unencrypted", "plain text", "plaintext", "insecure", "non-secure", "unverschlüsselt", "en clair", "non chiffr",
                        "non cifrat", "sin cifrar", "niezaszyfrowan", "onversleutel", "незашифрован",
                    ],
                    [
                        "not allowed", "not permitted", "not accepted", "rejected", "refused", "nicht erlaubt", "nicht zulässig", "nicht gestattet",
                        "interdit", "non autoris", "refus", "non consentit", "no permitid", "niedozwolon", "niet toegestaan", "запрещ",
                    ]),
                "without ssl.", "without tls.", "issue*starttls", "no encryption*not allowed", "use tls.", "use starttls", "enable tls.",
            ],
            Unless = ["not available", "temporar", "try again later"],
        },
    ];
}
