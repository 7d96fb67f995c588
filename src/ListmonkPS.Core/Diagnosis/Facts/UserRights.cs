using ListmonkPS.Core.Listmonk.Api;

namespace ListmonkPS.Core.Diagnosis.Facts;

/// <summary>What the API user may do now.</summary>
/// <param name="Profile">Who it is; null where the version has no users (up to v3), so that the log-in may do everything.</param>
internal sealed record UserRights(ApiProfile? Profile)
{
    /// <summary>True when the user lacks a right for certain.</summary>
    public bool MayNot(string right) => Profile is { IsSuperAdmin: false } profile && !profile.Permissions.Contains(right);
}
