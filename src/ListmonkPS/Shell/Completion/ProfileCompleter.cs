using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using ListmonkPS.Shell.Loading;

namespace ListmonkPS.Shell.Completion;

/// <summary>Completes the names of saved profiles.</summary>
public sealed class ProfileCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        CoreEntry.Core.Connections.Profiles
            .Where(profile => CompletionWord.Matches(wordToComplete, profile))
            .Select(profile => CompletionWord.Result(profile, profile));
}
