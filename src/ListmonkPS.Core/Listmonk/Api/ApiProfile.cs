namespace ListmonkPS.Core.Listmonk.Api;

/// <summary>Who the credential is, as GET /api/profile tells it (v4.0.0 and later).</summary>
/// <param name="UserName">Name of the user, made harmless.</param>
/// <param name="Permissions">Rights of the role, as listmonk names them.</param>
/// <param name="IsSuperAdmin">True for the role that passes all checks, whatever rights it lists (role 1).</param>
internal sealed record ApiProfile(string UserName, IReadOnlyList<string> Permissions, bool IsSuperAdmin);
