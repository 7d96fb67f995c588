using System.Security.Cryptography;
using System.Text;
using ListmonkPS.Core.Listmonk.Versions;
using ListmonkPS.TestBench.StandIn.Answers;
using ListmonkPS.TestBench.StandIn.Database;
using Microsoft.AspNetCore.Http;

namespace ListmonkPS.TestBench.StandIn.Access;

/// <summary>
/// Since v4: users of type api, kept in memory from the start on, by "token USER:TOKEN" or Basic; a session cookie makes the header count for
/// nothing (G37).
/// </summary>
internal sealed class UserLogin : ILogin
{
    private readonly Dictionary<string, ApiUser> _users;
    private readonly bool _hashed;

    private UserLogin(IEnumerable<ApiUser> users, bool hashed) => (_users, _hashed) = (users.ToDictionary(user => user.Name), hashed);

    /// <summary>Takes the enabled users of type api into memory: one that SQL adds later is unknown until the reload (4.1).</summary>
    public static async Task<UserLogin> LoadAsync(ListmonkDatabase database, Quirks quirks, CancellationToken ct)
    {
        List<ApiUser> users = await database.QueryAsync(
            """
            select u.id, u.username, r.id, coalesce(r.name, ''), r.permissions, coalesce(u.password, '')
            from users u join roles r on r.id = u.user_role_id
            where u.type = 'api' and u.status = 'enabled'
            """,
            reader => new ApiUser(
                reader.GetInt32(0),
                reader.GetString(1),
                reader.GetInt32(2),
                reader.GetString(3),
                reader.GetFieldValue<string[]>(4),
                reader.GetString(5)),
            ct);
        return new UserLogin(users, quirks.HashesTokens);
    }

    /// <inheritdoc />
    public ApiUser Recognise(IHeaderDictionary headers)
    {
        string header = headers.Authorization.ToString();
        if (header.Length == 0 || headers.Cookie.ToString().Contains("session=", StringComparison.Ordinal))
            throw new RefusalException(StatusCodes.Status403Forbidden, "invalid session");
        (string name, string secret) = Read(header)
            ?? throw new RefusalException(StatusCodes.Status403Forbidden, "code=400, message=invalid Authorization header");
        return _users.TryGetValue(name, out ApiUser? user) && user.Secret == (_hashed ? Hash(secret) : secret)
            ? user
            : throw new RefusalException(StatusCodes.Status403Forbidden, "invalid API credentials");
    }

    /// <summary>The form in which v6.2.0 stores a token.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>The scheme is matched by case (4.1).</summary>
    private static (string User, string Secret)? Read(string header) => header.Split(' ', 2) switch
    {
        ["token", { } pair] => BasicCredentials.TrySplit(pair),
        ["Basic", { } encoded] => BasicCredentials.TryDecode(encoded),
        _ => null,
    };
}
