namespace ListmonkPS;

/// <summary>What the accesses of a session may do together, found out without changing anything.</summary>
public enum SessionRights
{
    /// <summary>Not known: the API user's rights could not be read, or no access works.</summary>
    Unknown,

    /// <summary>Not all that the diagnosis reads may be read; what is missing is skipped and named there.</summary>
    ReadPart,

    /// <summary>All that the diagnosis reads may be read, and nothing changed.</summary>
    Read,

    /// <summary>Settings may be changed as well.</summary>
    Change,

    /// <summary>Everything: the API user is a super admin, or v3's administrator.</summary>
    All,
}
