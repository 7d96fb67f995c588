namespace ListmonkPS.Core.Mail.Smtp.Auth;

/// <summary>User and password of a log-in.</summary>
/// <param name="User">User name.</param>
/// <param name="Password">Password.</param>
internal sealed record AuthSecret(string User, string Password)
{
    /// <summary>Never the password.</summary>
    public override string ToString() => User;
}
