using System.Text.RegularExpressions;

namespace ListmonkPS.Core.Mail.Replies.Reading;

/// <summary>Takes off what a Postfix log line puts around a reply (external contracts 10.1).</summary>
internal static partial class PostfixLayer
{
    /// <summary>The text without it.</summary>
    public static PastedText Peel(PastedText text)
    {
        Match rejected = Rejected().Match(text.Body);
        if (rejected.Success)
            return text.Peel(rejected.Groups["reply"].Value, rejected.Groups["stage"].Value);
        Match delivered = Delivered().Match(text.Body);
        if (!delivered.Success)
            return text;
        Match relay = Relay().Match(text.Body);
        Match dsn = Dsn().Match(text.Body);
        return text.Peel(delivered.Groups["reply"].Value, host: relay.Groups["host"].Value, enhanced: dsn.Groups["code"].Value);
    }

    [GeneratedRegex(
        @"(?:milter-)?reject: (?<stage>[A-Z-]+(?: [A-Z]+)?) from [^:\[]{0,255}\[[^\]]{0,64}\](?::\d+)?: (?<reply>[45]\d\d[\s\S]*?)(?:; (?:from|client|proto)=[^\n]*)?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Rejected();

    [GeneratedRegex(@"status=\w+(?:, [\w ]+)? \((?<reply>[\s\S]*)\)\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Delivered();

    [GeneratedRegex(@"relay=(?<host>[^\[,\s]+)\[", RegexOptions.CultureInvariant)]
    private static partial Regex Relay();

    [GeneratedRegex(@"dsn=(?<code>[245]\.\d+\.\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex Dsn();
}
