namespace ListmonkPS.Core.Mail.Replies.Rules;

/// <summary>How much a rule that fits says; the strongest wins.</summary>
internal enum RuleStrength
{
    /// <summary>The basic code alone.</summary>
    Code = 3,

    /// <summary>Words that several classes use.</summary>
    Weak = 10,

    /// <summary>An enhanced code whose meaning is narrow.</summary>
    Enhanced = 15,

    /// <summary>Words that usually mean this.</summary>
    Medium = 20,

    /// <summary>Words that mean this and hardly anything else.</summary>
    Strong = 30,

    /// <summary>Words that mean this whatever else is said.</summary>
    Decisive = 40,
}
