using static ListmonkPS.Core.Mail.Replies.Words.Phrases;
using static ListmonkPS.SmtpReplyClass;

namespace ListmonkPS.Core.Mail.Replies.Rules.Access;

/// <summary>The state of the sending account: on trial, suspended, not yet activated.</summary>
internal static class AccountRules
{
    private static readonly string[] Accounts =
    [
        "account", "your domain", "konto", "compte", "cuenta", "conta.", "sua conta", "utente", "аккаунт", "帐号", "账号", "账户", "アカウント",
    ];

    private static readonly string[] Stopped =
    [
        "suspend", "deactivat", "blocked", "locked", "under review", "restricted", "paused", "terminated", "on hold", "banned", "frozen",
        "gesperrt", "deaktiviert", "suspendu", "bloqu", "sospes", "bloccat", "suspens", "bloquead", "zablokowan", "zawieszon", "geblokkeerd",
        "заблокирован", "封禁", "冻结", "停用", "禁用", "停止",
    ];

    // The recipient's account may be disabled too: words that speak of it.
    private static readonly string[] OfRecipient =
        ["tried to reach", "recipient", "mailbox", "user.", "message to", "this account", "account is disabled", "invalid", "unknown", "no longer", "inactive"];

    public static IReadOnlyList<ReplyRule> All { get; } =
    [
        new(SandboxRecipientNotVerified, RuleStrength.Decisive)
        {
            Any =
            [
                "sandbox", "only send testing", "only send test", "test mode*recipient", "trial account*only", "trial*verified recipient",
                "your own verified", "only*verified recipient", "only*verified email", "only*verified address", "only to your own", "limited to test",
                "authorized recipients", "pending approval*recipient", "recipient*pending approval", "recipient*not*verified",
                "only*to the administrator", "only*to account owner", "only*to the account owner", "demo domain", "only send*to your own",
                "test purposes only", "testing purposes only",
            ],
        },
        new(SandboxRecipientNotVerified, RuleStrength.Strong) { Provider = "Amazon SES", Any = ["email address is not verified*identities failed"] },
        new(AccountSuspended, RuleStrength.Strong)
        {
            Any = Pairs(
                [
                    "your account", "your smtp account", "your mailbox", "your tenant", "ihr konto", "votre compte", "su cuenta", "sua conta",
                    "ваш аккаунт",
                ],
                [.. Stopped, "disabled", "closed", "abuse"]),
        },
        new(AccountSuspended, RuleStrength.Strong)
        {
            Any =
            [
                "sending*paused", "sending*suspended", "sending*disabled for", "not yet activated", "activate your", "unusual*activity", "probation",
                "outbound spam", "bad outbound sender",
            ],
        },
        new(AccountSuspended, RuleStrength.Strong)
        {
            Any =
            [
                .. Pairs(Accounts, Stopped), "account*disabled", "account*abuse",
                "not activated", "account*not active", "suspicious activity", "spam abuse", "account*not*approved", "awaiting approval",
                "account pending", "account*expired", "subscription*expired",
            ],
            Unless = OfRecipient,
        },
        // At the log-in it is the sender's account, never the recipient's.
        new(AccountSuspended, RuleStrength.Decisive)
        {
            Codes = [421, 454, 525, 534, 535],
            Any =
            [
                "user is blocked", "user blocked", "user is suspended", "user is disabled", "user disabled", "account is locked", "account locked",
                "account is blocked", "account is suspended", "account is disabled", "account disabled", "账号*冻结|锁定", "用户*锁定|冻结|封",
            ],
        },
        new(AccountSuspended, RuleStrength.Decisive)
        {
            Any = EitherOrder(["not allowed to send"], ["account is disabled", "account disabled"]),
            Unless = ["test purposes"],
        },
        new(AccountSuspended, RuleStrength.Strong) { Any = ["this account*suspended|blocked|disabled|locked & contact support|contact our support|contact us"] },
        new(AccountSuspended, RuleStrength.Strong) { Provider = "Microsoft 365", Any = ["tenant*exceeded|restricted"] },
        new(AccountSuspended, RuleStrength.Strong)
        {
            Provider = "Microsoft 365",
            Topics = ["7.501", "7.502", "7.503", "7.504", "7.508", "7.705", "7.750", "7.236", "7.237"],
        },
        new(AccountSuspended, RuleStrength.Strong) { Provider = "Mailgun", Any = ["is not allowed to send*activate"] },
    ];
}
