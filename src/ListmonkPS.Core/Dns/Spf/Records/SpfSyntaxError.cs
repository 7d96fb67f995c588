namespace ListmonkPS.Core.Dns.Spf.Records;

/// <summary>Why a record does not fit the grammar.</summary>
/// <param name="Term">The first term that does not fit.</param>
/// <param name="Rule">What it breaks: the last part of a key dns.spf.syntax.* in the texts.</param>
internal sealed record SpfSyntaxError(string Term, string Rule)
{
    public const string UnknownMechanism = "unknown-mechanism";
    public const string ModifierName = "modifier-name";
    public const string ModifierValue = "modifier-value";
    public const string ModifierTwice = "modifier-twice";
    public const string ArgumentMissing = "argument-missing";
    public const string ArgumentForbidden = "argument-forbidden";
    public const string DomainSpec = "domain-spec";
    public const string PrefixLength = "prefix-length";
    public const string Network = "network";
}
