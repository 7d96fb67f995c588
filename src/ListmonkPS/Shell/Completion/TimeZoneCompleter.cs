using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace ListmonkPS.Shell.Completion;

/// <summary>Completes the names of time zones.</summary>
public sealed class TimeZoneCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        TimeZoneInfo.GetSystemTimeZones()
            .Where(zone => CompletionWord.Matches(wordToComplete, zone.Id))
            .Select(zone => CompletionWord.Result(zone.Id, zone.DisplayName));
}
