using ListmonkPS.Core.Mail.Replies.Reading;
using ListmonkPS.Core.Mail.Replies.Words;

namespace ListmonkPS.Core.Mail.Replies.Rules;

/// <summary>One rule: when it fits, the reply means its class. Every condition that is given has to hold.</summary>
/// <param name="Class">What the reply means.</param>
/// <param name="Strength">How much that says.</param>
internal sealed record ReplyRule(SmtpReplyClass Class, RuleStrength Strength)
{
    private readonly WordPattern[] _any = [];
    private readonly WordPattern[] _unless = [];

    /// <summary>The provider whose words these are: the only one known to say them; null for words that several say or a standard gives.</summary>
    public string? Provider { get; init; }

    /// <summary>Words, one of which has to be there; see <see cref="WordPattern"/> for how they are written.</summary>
    public string[] Any
    {
        get => [.. _any.Select(pattern => pattern.Text)];
        init => _any = WordPattern.All(value);
    }

    /// <summary>Words none of which may be there.</summary>
    public string[] Unless
    {
        get => [.. _unless.Select(pattern => pattern.Text)];
        init => _unless = WordPattern.All(value);
    }

    /// <summary>Marks such as "[TSS04]", one of which has to be there; blanks and case do not count.</summary>
    public string[] Marks { get; init; } = [];

    /// <summary>Reply codes, one of which it has to be; empty for any.</summary>
    public int[] Codes { get; init; } = [];

    /// <summary>First digit of the reply code, or of the enhanced code where there is no other; null for any.</summary>
    public int? Kind { get; init; }

    /// <summary>Subject and detail of the enhanced code ("7.1"), one of which it has to be; empty for any.</summary>
    public string[] Topics { get; init; } = [];

    /// <summary>Steps, at one of which it has to be said; empty for any.</summary>
    public SmtpStageName[] Stages { get; init; } = [];

    /// <summary>True for a text in which no reply code was found: the client or the network said it.</summary>
    public bool WithoutCode { get; init; }

    /// <summary>Whether to try again, where it differs from the rest of the class; null for as the class.</summary>
    public RetryAdvice? CanRetry { get; init; }

    /// <summary>The pause before that, where it differs from the rest of the class; null for as the class.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Key of its remedy, where it differs from the rest of the class; null for as the class.</summary>
    public string? Remedy { get; init; }

    /// <summary>True when the rule fits the reply.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="stage">The step, as given or told by the text; null when not known.</param>
    public bool Fits(ReadReply reply, SmtpStageName? stage) =>
        (!WithoutCode || reply.Code is null)
        && (Codes.Length == 0 || (reply.Code is { } code && Codes.Contains(code)))
        && (Kind is null || Kind == (reply.Code / 100 ?? reply.Enhanced?.Class))
        && (Topics.Length == 0 || (reply.Enhanced is { } enhanced && Topics.Contains(enhanced.Topic)))
        && (Stages.Length == 0 || (stage is { } step && Stages.Contains(step)))
        && (Marks.Length == 0 || Marks.Any(mark => reply.Compact.Contains(mark, StringComparison.OrdinalIgnoreCase)))
        && (_any.Length == 0 || _any.Any(pattern => pattern.IsIn(reply.Words)))
        && !_unless.Any(pattern => pattern.IsIn(reply.Words));
}
