namespace ListmonkPS;

/// <summary>Failures of saved profiles.</summary>
internal static class ProfileFailures
{
    /// <summary>A name that a profile cannot have.</summary>
    /// <param name="name">The name, made harmless.</param>
    public static Failure BadProfileName(string name) => new(nameof(BadProfileName), FailureCategory.InvalidArgument, name, name);

    /// <summary>There is no such profile.</summary>
    /// <param name="name">The name.</param>
    /// <param name="known">Names of those that there are, joined; a dash for none.</param>
    public static Failure ProfileNotFound(string name, string known) => new(nameof(ProfileNotFound), FailureCategory.ObjectNotFound, name, name, known);

    /// <summary>The file of a profile cannot be read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="reason">Why, from the reason texts.</param>
    public static Failure ProfileUnreadable(string path, string reason) => new(nameof(ProfileUnreadable), FailureCategory.ReadError, path, path, reason);

    /// <summary>The profile cannot be written.</summary>
    /// <param name="path">The file.</param>
    /// <param name="kind">Kind of the exception.</param>
    public static Failure ProfileNotSaved(string path, string kind) => new(nameof(ProfileNotSaved), FailureCategory.WriteError, path, path, kind);

    /// <summary>A profile holds no secret, and one that it was made with is not given now.</summary>
    /// <param name="name">The profile.</param>
    /// <param name="parameter">The parameter that is missing, with its dash.</param>
    /// <param name="hint">Whose secret it is: a user, or names of headers.</param>
    public static Failure ProfileNeedsSecret(string name, string parameter, string hint) =>
        new(nameof(ProfileNeedsSecret), FailureCategory.InvalidArgument, name, name, parameter, hint);
}
