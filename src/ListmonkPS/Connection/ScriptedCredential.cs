using System.Collections.ObjectModel;
using System.Management.Automation;

namespace ListmonkPS.Connection;

/// <summary>A credential that a script block gives, for one server; on the pipeline thread only.</summary>
internal static class ScriptedCredential
{
    /// <summary>Runs the script.</summary>
    /// <param name="script">The script.</param>
    /// <param name="row">What it gets as $_.</param>
    /// <param name="server">Which server it is asked for, for the failure.</param>
    /// <exception cref="FailureException">It failed, or gave anything but one credential.</exception>
    public static PSCredential Of(ScriptBlock script, PSObject? row, string? server)
    {
        string shown = server ?? "?";
        Collection<PSObject> given;
        try
        {
            given = script.InvokeWithContext(null, [new PSVariable("_", row)]);
        }
        catch (RuntimeException exception) when (exception is not PipelineStoppedException)
        {
            Exception cause = exception.InnerException ?? exception;
            throw new FailureException(ParameterFailures.CredentialScriptFailed(shown, cause.GetType().Name), exception);
        }

        return given is [{ BaseObject: PSCredential credential }]
            ? credential
            : throw new FailureException(ParameterFailures.CredentialScriptResult(shown, Words(given)));
    }

    /// <summary>What was given, by number and type: its text may be the password.</summary>
    private static string Words(Collection<PSObject> given) => given switch
    {
        [] or [null] => Texts.Format("failure.reason.no-object"),
        [var one] => Texts.Format("failure.reason.object-type", one.BaseObject.GetType().Name),
        _ => Texts.Format("failure.reason.many-objects", given.Count),
    };
}
