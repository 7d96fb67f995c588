using ListmonkPS.Core.Listmonk.Versions;
using ListmonkPS.TestBench.StandIn.Access;
using Npgsql;

namespace ListmonkPS.TestBench.Worlds;

/// <summary>
/// Who may do what: the two database roles, which all worlds of a cluster share since roles belong to the cluster, and the API users, which are
/// rows of each world.
/// </summary>
internal static class WorldRoles
{
    public const string Owner = "listmonk_owner";
    public const string Reader = "listmonk_reader";
    public const string ApiUser = "operator";
    public const string ApiReader = "reader";

    /// <summary>Makes the roles once a cluster and lets the owner build in this database.</summary>
    public static Task PrepareAsync(NpgsqlConnection superuser, CancellationToken ct) => ExecuteAsync(
        superuser,
        $"""
        do $do$ begin
            create role {Owner} login password '{SeededSecrets.DatabaseOwner}';
        exception when duplicate_object or unique_violation then null; end $do$;
        do $do$ begin
            create role {Reader} login password '{SeededSecrets.DatabaseReader}';
        exception when duplicate_object or unique_violation then null; end $do$;
        do $do$ begin
            if exists (select from pg_available_extensions where name = 'pgcrypto') then create extension if not exists pgcrypto; end if;
        end $do$;
        grant all on schema public to {Owner};
        set role {Owner};
        """,
        ct);

    /// <summary>Lets the reader read all that the owner made or will make, and nothing more.</summary>
    public static Task FinishAsync(NpgsqlConnection superuser, CancellationToken ct) => ExecuteAsync(
        superuser,
        $"""
        grant select on all tables in schema public to {Reader};
        alter default privileges in schema public grant select on tables to {Reader};
        reset role;
        analyze;
        """,
        ct);

    /// <summary>Adds the API users: one for all that the module does (4.2), one that may only read.</summary>
    public static Task AddApiUsersAsync(NpgsqlConnection owner, Quirks quirks, CancellationToken ct)
    {
        if (!quirks.HasUsers)
            return Task.CompletedTask;
        return ExecuteAsync(
            owner,
            $$"""
            insert into roles (type, name, permissions) values
                ('user', 'Operator', array['settings:get', 'settings:manage', 'settings:maintain', 'subscribers:get_all', 'subscribers:manage',
                    'subscribers:sql_query', 'lists:get_all', 'lists:manage_all', 'templates:get', 'bounces:get', 'campaigns:get', 'campaigns:get_all']),
                ('user', 'Reader', array['settings:get', 'lists:get_all', 'subscribers:get_all']);
            insert into users (username, password, email, name, type, user_role_id, status)
            select u.username, u.password, u.username || '@api', u.username, 'api', r.id, 'enabled'
            from (values ('{{ApiUser}}', '{{Stored(SeededSecrets.ApiToken, quirks)}}', 'Operator'),
                         ('{{ApiReader}}', '{{Stored(SeededSecrets.ReaderToken, quirks)}}', 'Reader')) as u (username, password, role)
            join roles r on r.name = u.role;
            """,
            ct);
    }

    /// <summary>Adds one more API user, with a role of the same name.</summary>
    public static async Task AddApiUserAsync(
        NpgsqlConnection owner, Quirks quirks, string name, string token, IReadOnlyList<string> rights, CancellationToken ct)
    {
        await using NpgsqlCommand command = new(
            """
            with role as (insert into roles (type, name, permissions) values ('user', @name, @rights) returning id)
            insert into users (username, password, email, name, type, user_role_id, status)
            select @name, @secret, @name || '@api', @name, 'api', id, 'enabled' from role
            """,
            owner);
        command.Parameters.AddWithValue("name", name);
        command.Parameters.AddWithValue("secret", Stored(token, quirks));
        command.Parameters.AddWithValue("rights", rights.ToArray());
        await command.ExecuteNonQueryAsync(ct);
    }

    private static string Stored(string token, Quirks quirks) => quirks.HashesTokens ? UserLogin.Hash(token) : token;

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using NpgsqlCommand command = new(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
