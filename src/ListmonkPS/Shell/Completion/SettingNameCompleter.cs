using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using ListmonkPS.Shell.Loading;

namespace ListmonkPS.Shell.Completion;

/// <summary>Completes the names of settings from those that the module knows; asks no server.</summary>
public sealed class SettingNameCompleter : IArgumentCompleter
{
    private const char Slash = '/';

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        CoreEntry.Core.Settings.Known
            .Where(setting => IsWanted(setting.Name, wordToComplete) && CompletionWord.Matches(wordToComplete, setting.Name))
            .Select(setting => CompletionWord.Result(setting.Name, setting.Description));

    /// <summary>Members are many: they are offered from the slash on.</summary>
    private static bool IsWanted(string name, string? word) => !name.Contains(Slash, StringComparison.Ordinal) || word?.Contains(Slash, StringComparison.Ordinal) == true;
}
