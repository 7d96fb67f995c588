namespace ListmonkPS.Core.Diagnosis.Facts;

/// <summary>Whether the API answers now and takes our credential.</summary>
/// <param name="Place">Base address.</param>
/// <param name="Failure">Why it does not; null when it does.</param>
internal sealed record ApiState(string Place, Failure? Failure)
{
    /// <summary>Ids of the checks that judge this fact, for those that cannot judge without the API.</summary>
    public static readonly IReadOnlyList<string> JudgedBy = ["settings.api-unreachable", "settings.login-refused"];

    /// <summary>True when something that speaks listmonk's API answered, even if it refused us.</summary>
    public bool IsReachable => Failure?.Category is null or FailureCategory.AuthenticationError or FailureCategory.PermissionDenied;

    /// <summary>True when settings were saved that the process has not loaded (G26); null when it did not answer.</summary>
    public bool? NeedsRestart { get; init; }

    /// <summary>True when the credential was taken.</summary>
    public bool IsLoggedIn => Failure is null or { Category: FailureCategory.PermissionDenied };
}
