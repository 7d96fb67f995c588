using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using ListmonkPS.Shell.Loading;

namespace ListmonkPS.Shell.Completion;

/// <summary>Completes the value of a setting that is true or false; other types have no list of values.</summary>
public sealed class SettingValueCompleter : IArgumentCompleter
{
    private static readonly string[] Values = ["$true", "$false"];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        ArgumentNullException.ThrowIfNull(fakeBoundParameters);
        string? name = OfFirstBlock(fakeBoundParameters["Name"]?.ToString());
        ListmonkSetting? setting = CoreEntry.Core.Settings.Known
            .FirstOrDefault(known => string.Equals(known.Name, name, StringComparison.OrdinalIgnoreCase));
        return setting?.Type is not SettingValueType.Boolean
            ? []
            : Values.Where(value => CompletionWord.Matches(wordToComplete, value) || CompletionWord.Matches("$" + wordToComplete, value))
                .Select(value => new CompletionResult(value, value, CompletionResultType.ParameterValue, value));
    }

    /// <summary>Members of blocks are known as those of the first block: smtp/primary/enabled as smtp/0/enabled.</summary>
    private static string? OfFirstBlock(string? name) => name?.Split('/') is [{ } key, _, { } member] && IsKnown($"{key}/0/{member}") ? $"{key}/0/{member}" : name;

    private static bool IsKnown(string name) => CoreEntry.Core.Settings.Known.Any(known => string.Equals(known.Name, name, StringComparison.OrdinalIgnoreCase));
}
