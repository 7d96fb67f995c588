using ListmonkPS.Core.Mail.Replies.Reading;
using ListmonkPS.Core.Mail.Replies.Rules;
using ListmonkPS.Core.Mail.Replies.Rules.Access;
using ListmonkPS.Core.Mail.Replies.Rules.Codes;
using ListmonkPS.Core.Mail.Replies.Rules.Delivery;
using ListmonkPS.Core.Mail.Replies.Rules.Trust;
using ListmonkPS.Core.Mail.Replies.Rules.Volume;

namespace ListmonkPS.Core.Mail.Replies;

/// <summary>All rules. The strongest that fits wins; between equals the class that stands first in <see cref="SmtpReplyClass"/>.</summary>
internal sealed class RuleBook
{
    private readonly ReplyRule[] _rules;

    /// <summary>Makes a book of rules.</summary>
    public RuleBook(IEnumerable<ReplyRule> rules) => _rules =
        [.. rules.OrderByDescending(rule => rule.Strength).ThenBy(rule => rule.Class).ThenBy(rule => rule.Provider is null)];

    /// <summary>The rules that the module ships.</summary>
    public static RuleBook Shipped { get; } = new(
    [
        .. ClientSideRules.All,
        .. GreylistRules.All,
        .. AccountRules.All,
        .. AuthorisationRules.All,
        .. LogInRules.All,
        .. TransportRules.All,
        .. QuotaRules.All,
        .. RateRules.All,
        .. MailboxRules.All,
        .. NameRules.All,
        .. SenderRules.All,
        .. RelayRules.All,
        .. BlockListRules.All,
        .. ContentRules.All,
        .. PolicyRules.All,
        .. ServerRules.All,
        .. EnhancedCodeRules.All,
        .. BasicCodeRules.All,
    ]);

    /// <summary>The providers whose own words some rules know.</summary>
    public IReadOnlyList<string> Providers => [.. _rules.Select(rule => rule.Provider).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The rules, strongest first.</summary>
    public IReadOnlyList<ReplyRule> Rules => _rules;

    /// <summary>The book without one provider's own rules: how well do the others know it?</summary>
    public RuleBook Without(string provider) =>
        new(_rules.Where(rule => !string.Equals(rule.Provider, provider, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The rules that fit, strongest first.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="stage">The step; null when not known.</param>
    public IEnumerable<ReplyRule> Fitting(ReadReply reply, SmtpStageName? stage) => _rules.Where(rule => rule.Fits(reply, stage));
}
