using ListmonkPS.TestBench.StandIn.Answers;
using Microsoft.AspNetCore.Http;

namespace ListmonkPS.TestBench.StandIn.Access;

/// <summary>
/// Up to v3: HTTP Basic with the one name and password of the configuration; with either empty there is no log-in at all (G38, G39).
/// </summary>
internal sealed class AdministratorLogin(string name, string password) : ILogin
{
    private const string Scheme = "Basic ";

    /// <inheritdoc />
    public ApiUser Recognise(IHeaderDictionary headers)
    {
        if (name.Length == 0 || password.Length == 0)
            return ApiUser.Administrator(name);
        string header = headers.Authorization.ToString();
        bool known = header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && BasicCredentials.TryDecode(header[Scheme.Length..]) == (name, password);
        return known ? ApiUser.Administrator(name) : throw new RefusalException(StatusCodes.Status401Unauthorized, "Unauthorized");
    }
}
