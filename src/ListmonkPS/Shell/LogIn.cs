using System.Management.Automation;
using System.Net;

namespace ListmonkPS.Shell;

/// <summary>A log-in at a mail server as Core takes it.</summary>
internal static class LogIn
{
    /// <summary>A backslash in the user name of a mail server parts no domain.</summary>
    public static NetworkCredential Of(PSCredential credential) => new() { UserName = credential.UserName, SecurePassword = credential.Password };
}
