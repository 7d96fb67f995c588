namespace ListmonkPS;

/// <summary>Parameters that do not go together, and scripts given as parameters.</summary>
internal static class ParameterFailures
{
    /// <summary>Two parameters exclude each other.</summary>
    /// <param name="one">The one, with its dash.</param>
    /// <param name="other">The other, with its dash.</param>
    public static Failure ParametersExclude(string one, string other) => new(nameof(ParametersExclude), FailureCategory.InvalidArgument, one, one, other);

    /// <summary>A parameter means nothing without another.</summary>
    /// <param name="given">The one that is given, with its dash.</param>
    /// <param name="needed">The one that is missing, with its dash.</param>
    public static Failure ParameterNeeds(string given, string needed) => new(nameof(ParameterNeeds), FailureCategory.InvalidArgument, given, given, needed);

    /// <summary>The script that should give the credential failed.</summary>
    /// <param name="server">Which server it was asked for.</param>
    /// <param name="kind">Kind of the exception; its text may hold a secret and is left to Get-Error.</param>
    public static Failure CredentialScriptFailed(string server, string kind) =>
        new(nameof(CredentialScriptFailed), FailureCategory.InvalidResult, server, server, kind);

    /// <summary>The script that should give the credential gave something else.</summary>
    /// <param name="server">Which server it was asked for.</param>
    /// <param name="given">What it gave: a number of objects or a type, never a value.</param>
    public static Failure CredentialScriptResult(string server, string given) =>
        new(nameof(CredentialScriptResult), FailureCategory.InvalidResult, server, server, given);

    /// <summary>One name for a profile, and several servers.</summary>
    /// <param name="profile">The name.</param>
    public static Failure SaveProfileTwice(string profile) => new(nameof(SaveProfileTwice), FailureCategory.InvalidArgument, profile, profile);

    /// <summary>A text that no name or address can match.</summary>
    /// <param name="text">The beginning of it, made harmless.</param>
    /// <param name="longest">So many characters a pattern may have.</param>
    public static Failure BadPattern(string text, int longest) => new(nameof(BadPattern), FailureCategory.InvalidArgument, text, text, longest);
}
