using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using ListmonkPS.Shell.Sessions;

namespace ListmonkPS.Shell.Completion;

/// <summary>Completes the names of the sessions of this runspace.</summary>
public sealed class SessionCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        SessionTable.OfRunspace().All
            .Where(session => CompletionWord.Matches(wordToComplete, session.Name))
            .Select(session => CompletionWord.Result(session.Name, session.Uri?.ToString() ?? session.Database ?? session.Name));
}
