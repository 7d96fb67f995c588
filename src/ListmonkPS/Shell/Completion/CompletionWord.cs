using System.Management.Automation;
using System.Management.Automation.Language;

namespace ListmonkPS.Shell.Completion;

/// <summary>The word under the cursor, as PowerShell hands it to a completer: perhaps in quotes, perhaps with wildcards.</summary>
internal static class CompletionWord
{
    private static readonly char[] Quotes = ['\'', '"'];

    /// <summary>True when the name may complete the word.</summary>
    public static bool Matches(string? word, string name) =>
        WildcardPattern.Get((word ?? "").Trim(Quotes) + "*", WildcardOptions.IgnoreCase).IsMatch(name);

    /// <summary>What is offered; in quotes where the bare word would be read as something else.</summary>
    public static CompletionResult Result(string name, string toolTip) =>
        new(Quoted(name), name, CompletionResultType.ParameterValue, toolTip.Length == 0 ? name : toolTip);

    private static string Quoted(string name)
    {
        Parser.ParseInput("x " + name, out Token[] tokens, out ParseError[] errors);
        bool isBareWord = errors.Length == 0 && tokens is [_, { Kind: TokenKind.Generic or TokenKind.Identifier }, { Kind: TokenKind.EndOfInput }];
        return isBareWord ? name : "'" + CodeGeneration.EscapeSingleQuotedStringContent(name) + "'";
    }
}
