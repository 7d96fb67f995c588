using static ListmonkPS.Core.Mail.Replies.Words.Phrases;
using static ListmonkPS.SmtpReplyClass;

namespace ListmonkPS.Core.Mail.Replies.Rules.Delivery;

/// <summary>The recipient's mailbox: not there, switched off, full.</summary>
internal static class MailboxRules
{
    private static readonly string[] Mailboxes =
    [
        "user", "recipient", "mailbox", "address", "account", "addressee", "alias", "mail box", "inbox", "benutzer", "empfänger", "postfach",
        "utilisateur", "destinataire", "boîte", "adresse", "utente", "casella", "destinatario", "indirizzo",
        "usuario", "buzón", "cuenta", "usuário", "caixa postal", "destinatário", "użytkownik", "odbiorc", "skrzynk", "gebruiker", "ontvanger",
        "uživatel", "schránka", "пользовател", "получател", "адресат", "ящик",
        "用户", "收件人", "邮箱", "宛先", "ユーザー", "メールアドレス", "受信者", "メールボックス", "mottagare", "brevlåda", "modtager", "postkasse", "vastaanottaja", "címzett", "postafiók",
        "kullanıcı", "alıcı", "사용자", "받는 사람", "수신자",
    ];

    private static readonly string[] Missing =
    [
        "unknown", "not found", "not exist", "doesn't exist", "doesnt exist", "invalid", "unavailable", "not available", "not known", "not valid",
        "disabled", "inactive", "discontinued", "no longer", "not active", "frozen", "deactivated", "not a known", "not local",
        "does not have", "doesn't have", "not listed", "closed", "expired", "unbekannt", "existiert nicht", "nicht gefunden", "ungültig",
        "deaktiviert", "inconnu", "n'existe pas", "inexist", "invalide", "désactiv", "sconosciut", "inesistent", "non esiste", "non valid",
        "desconocid", "no existe", "inválid", "desconhecid", "não existe",
        "nieznan", "nie istnieje", "nieprawidłow", "onbekend", "bestaat niet", "neexistuje", "не найден", "не существует", "неизвест", "不存在", "存在し",
        "見つかりません", "okänd", "finns inte", "findes ikke", "ukendt", "ei löydy", "tuntematon", "ismeretlen", "nem létezik", "neznám", "bulunamadı", "존재하지", "찾을 수 없",
    ];

    private static readonly string[] Full =
    [
        "over quota", "quota exceeded", "exceeded*quota", "quota*full", "is full", "mailbox full", "mail box full", "inbox full", "out of storage",
        "storage allocation", "storage limit", "exceeded storage", "not enough storage space", "mailbox size limit", "exceeds allowed size",
        "mailbox exceed", "mailbox quota", "disk quota",
        "quota*exceed", "quota violation", "ist voll", "postfach voll", "überfüllt", "speicherplatz", "boîte*pleine", "pleine", "quota dépass",
        "casella piena", "è piena", "quota superat", "buzón lleno", "está lleno", "cuota excedida", "caixa postal cheia", "está cheia",
        "cota excedida",
        "przepełnion", "pełna", "is vol.", "plná schránka", "переполнен", "已满", "容量已", "空间不足", "容量超過", "一杯です", "är full.", "er fuld", "täynnä", "megtelt", "je plná", "dolu.", "가득",
    ];

    public static IReadOnlyList<ReplyRule> All { get; } =
    [
        new(MailboxFull, RuleStrength.Strong)
        {
            Any = Full,
            Unless = ["daily", "outgoing", "sending quota", "message quota", "submission quota", "queue quota", "per day", "relay quota", "credit", "rate"],
        },
        new(MailboxUnknown, RuleStrength.Strong)
        {
            Any =
            [
                .. Pairs(Mailboxes, Missing),
                .. Pairs(
                    [
                        "unknown", "no such", "invalid", "nonexistent", "non existent", "inactive", "disabled", "unbekannter", "onbekende",
                        "nieznany",
                    ],
                    [
                        "user", "recipient", "mailbox", "address", "account", "alias", "person", "benutzer", "empfänger", "gebruiker", "użytkownik",
                    ]),
                "recipient*null mx", "host does not accept mail", "indicated no smtp service", "no mx record", "no mx records", "receive email*null mx", "no valid recipients", "domain is not reachable", "not our customer", "invalid rcpt", "dns domain*does not exist", "no mailbox", "unrouteable address", "unroutable address", "recipient not found", "recipientnotfound", "user not local",
                "not our user", "does not have an account", "no longer on server", "not a valid recipient", "not a valid mailbox",
                "cannot be delivered*account",
                "does not like recipient", "no account by that name", "no longer valid", "bad address", "not*valid email address",
                "could not be found", "unallocated", "host unknown", "no such domain", "illegal alias", "illegal user", "no such", "not*receive mail",
                "doesn't receive mail",
            ],
            Unless =
            [
                "ip address", "sender address", "sender domain", "sender verif", "envelope sender", "sender unknown", "unknown sender", "sender rejected", "invalid sender", "bad sender",
                "sender is", "sender's", "the sender", "from sender", "domain of", "from address", "client host", "from header", "host not found", "reverse", "ip-adresse", "adresse ip",
                "indirizzo ip", "smtp account", "policy restriction", "service is unavailable", "service unavailable", "service currently", "too many", "addresses in", "address in from", "temporar", "unverified address",
            ],
        },
        new(MailboxUnknown, RuleStrength.Medium)
        {
            Any = ["address rejected", "recipient rejected", "recipient address rejected"],
            Topics = ["1.0", "1.1", "1.10", "4.1"],
            Unless = ["sender"],
        },
        new(MailboxUnknown, RuleStrength.Strong)
        {
            Any = Pairs(["recipient account", "recipient's account", "compte du destinataire", "conto del destinatario", "cuenta del destinatario"], ["blocked", "bloqu", "bloccat", "suspend", "locked"]),
        },
        new(MailboxUnknown, RuleStrength.Strong) { Kind = 5, Any = ["mailbox temporarily disabled", "account temporarily disabled"] },
        new(MailboxUnknown, RuleStrength.Strong) { Any = Pairs(["unverified address"], ["user unknown", "unknown user", "no such user", "does not exist", "no mailbox"]) },
        new(MailboxUnknown, RuleStrength.Weak) { Any = ["recipient*rejected", "recipient refused", "address rejected"], Unless = ["sender"] },
        new(MailboxUnknown, RuleStrength.Strong) { Any = ["unavailable", "recipient account"], Topics = ["1.1", "1.2"], Kind = 5 },
        new(MailboxUnknown, RuleStrength.Strong) { Provider = "Microsoft 365", Any = ["recipient*access denied"], Topics = ["4.1"] },
        new(MailboxUnknown, RuleStrength.Strong) { Provider = "Facebook", Marks = ["RCP-P1", "RCP-P3", "RCP-T4"] },
        new(MailboxUnknown, RuleStrength.Strong) { Provider = "Orange", Marks = ["OFR_416", "OFR_415", "OFR_413"] },
        new(MailboxUnknown, RuleStrength.Weak) { Topics = ["4.1"], Codes = [550] },
    ];
}
