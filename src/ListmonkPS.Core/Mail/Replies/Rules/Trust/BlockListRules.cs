using static ListmonkPS.Core.Mail.Replies.Words.Phrases;
using static ListmonkPS.SmtpReplyClass;

namespace ListmonkPS.Core.Mail.Replies.Rules.Trust;

/// <summary>Lists of addresses and domains that servers refuse.</summary>
internal static class BlockListRules
{
    private static readonly string[] Addresses =
    [
        "ip.", "ip address", "client host", "client.", "host.", "connection", "messages from", "sending mta", "your server", "network",
        "indirizzo ip", "adresse ip", "ip-adresse", "dirección ip", "endereço ip", "ip地址", "ip-адрес",
    ];

    private static readonly string[] Refused =
    [
        "blocked", "banned", "block list", "listed", "not accepted", "forbidden", "black", "bloccat", "bloqu", "gesperrt", "zablokowan", "黑名单",
        "заблокирован",
    ];

    private static readonly string[] Operators =
    [
        "spamhaus", "spamcop", "sorbs", "uceprotect", "mailspike", "surbl", "invaluement", "abuseat", "senderscore", "psbl", "dronebl",
        "barracudacentral", "spamrats", "rblmx",
    ];

    public static IReadOnlyList<ReplyRule> All { get; } =
    [
        // The list answered "you may not ask me", which some servers take for "listed".
        new(BlocklistedIp, RuleStrength.Decisive)
        {
            Any = ["open resolver"],
            CanRetry = RetryAdvice.Later,
            RetryAfter = TimeSpan.FromDays(1),
            Remedy = "OpenResolver",
        },
        new(BlocklistedIp, RuleStrength.Strong)
        {
            Any =
            [
                "blocked using", "block list", "blocklist", "blacklist", "black list", "deny list", "denylist", "dnsbl", "rbl.", "real time block",
                "reputation list", "blocked for abuse", "open proxy",
                "sperrliste", "schwarze liste", "liste noire", "lista nera", "lista negra", "czarna lista", "czarnej liście", "zwarte lijst",
                "블랙리스트", "ip*차단", "svartlist", "sortlist", "mustalle listalle", "feketelist", "černé listině", "kara liste", "черном списке", "черный список", "黑名单", "黑名單", "ブラックリスト",
                .. Pairs(Addresses, Refused), .. Pairs(["blocked", "banned", "denied"], ["ip.", "ip address", "sending ip", "client host"]),
                "spam ip.", "is an open relay", "too many unwanted messages", "traffic not accepted from", "listed in", "listed on", "listed by", "listed at", "poor reputation", "bad reputation", "reputation of your ip", "ip*reputation",
                "bad ip address", "on our list",
            ],
            Unless = ["rate limit", "url", "sender address", "user blacklist", "uri.", "recipient's block", "auth"],
        },
        new(BlocklistedIp, RuleStrength.Decisive) { Marks = Operators, Unless = ["url", "uri."] },
        new(BlocklistedIp, RuleStrength.Strong)
        {
            Any = ["domain*listed in", "domain*spamhaus", "domain*blocklist", "domain*blacklist", "domain*block list"],
            Unless = ["client host"],
            Remedy = "DomainListed",
        },
        new(BlocklistedIp, RuleStrength.Strong)
        {
            Any = ["dynamic ip", "dynamic address", "dynamic range", "dialup", "residential"],
            Remedy = "DynamicAddress",
        },
        new(BlocklistedIp, RuleStrength.Medium)
        {
            Any =
            [
                "access denied*ip.", "ip.*rejected", "banned*ip", "banned sender", "block for spam", "blocked*abuse", "bad ip.",
                "not allowed to connect", "network not allowed", "access to*mail system*rejected", "poor reputation", "ip.*black",
            ],
            Unless = ["account", "mailbox"],
        },
        new(BlocklistedIp, RuleStrength.Strong)
        {
            Provider = "Microsoft 365",
            Topics = ["7.511", "7.606", "7.607", "7.608", "7.609", "7.610", "7.611", "7.612", "7.613", "7.649"],
            Remedy = "MicrosoftDelist",
        },
        new(BlocklistedIp, RuleStrength.Strong)
        {
            Provider = "Outlook.com",
            Marks = ["(S3140)", "(S3150)", "(AS3130)", "(AS3140)", "(AS3150)"],
            Remedy = "MicrosoftDelist",
        },
        new(BlocklistedIp, RuleStrength.Strong) { Provider = "Outlook.com", Marks = ["SC-002", "SC-004", "OU-001"], Remedy = "MicrosoftDelist" },
        new(BlocklistedIp, RuleStrength.Strong) { Provider = "Outlook.com", Marks = ["SC-003", "DY-001", "DY-002"], Remedy = "DynamicAddress" },
        new(BlocklistedIp, RuleStrength.Strong) { Provider = "Microsoft 365", Marks = ["(S8001)", "(S8002)"], Remedy = "DomainListed" },
        new(BlocklistedIp, RuleStrength.Strong) { Provider = "Gmail", Any = ["not authorized to send*directly to our"], Remedy = "DynamicAddress" },
        new(BlocklistedIp, RuleStrength.Strong) { Provider = "Yahoo", Marks = ["[BL21]", "[BL22]", "[BL23]"] },
        new(BlocklistedIp, RuleStrength.Strong) { Provider = "T-Online", Marks = ["(BL)", "(NOWL)", "(DYN)"], Remedy = "WritePostmaster" },
        new(BlocklistedIp, RuleStrength.Medium) { Provider = "T-Online", Any = ["problem occurred*ask your postmaster"], Remedy = "WritePostmaster" },
        new(BlocklistedIp, RuleStrength.Strong) { Provider = "Proofpoint", Marks = ["ipcheck.proofpoint.com"] },
        new(BlocklistedIp, RuleStrength.Strong) { Provider = "AOL", Marks = ["CON:B1", "RTR:BL", "DYN:T1"] },
        new(BlocklistedIp, RuleStrength.Strong) { Provider = "163.com", Marks = ["MI:IPB", "RP:IPB", "MI:SFQ"] },
        new(BlocklistedIp, RuleStrength.Strong) { Provider = "Orange", Marks = ["OFR004_104", "OFR_501"] },
        new(BlocklistedIp, RuleStrength.Strong) { Provider = "Cox", Marks = ["CXBL", "CXDNS", "AUP#CDRBL", "AUP#RBL", "AUP#BL"] },
        new(BlocklistedIp, RuleStrength.Weak) { Kind = 5, Any = ["blocked."], Unless = ["message", "mail.", "content", "sender", "envelope", "user.", "account"] },
    ];
}
