namespace ListmonkPS.TestBench.StandIn.Access;

/// <summary>Who makes a call, and what he may do.</summary>
internal sealed record ApiUser(int Id, string Name, int RoleId, string RoleName, IReadOnlyList<string> Permissions, string Secret)
{
    private const int SuperAdminRole = 1;

    /// <summary>The one administrator of v3, or whoever calls while v3 has no log-in (G38).</summary>
    public static ApiUser Administrator(string name) => new(0, name, SuperAdminRole, "Super Admin", [], "");

    /// <summary>Role 1 passes every check (4.2).</summary>
    public bool May(string permission) => RoleId == SuperAdminRole || Permissions.Contains(permission);
}
