using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using ListmonkPS.Shell.Loading;

namespace ListmonkPS.Shell.Completion;

/// <summary>Completes the names of settings from those that the module knows; asks no server.</summary>
public sealed class SettingNameCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        CoreEntry.Core.Settings.Known
            .Where(setting => CompletionWord.Matches(wordToComplete, setting.Name))
            .Select(setting => CompletionWord.Result(setting.Name, setting.Description));
}
