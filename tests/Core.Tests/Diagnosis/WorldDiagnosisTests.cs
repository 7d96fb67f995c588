using ListmonkPS.Core.Tests.TestBench.StandIn;
using ListmonkPS.TestBench.Worlds;
using Npgsql;

namespace ListmonkPS.Core.Tests.Diagnosis;

/// <summary>The whole way from a real database and a speaking server to the ranked checks: each trouble is made, and a healthy world has none.</summary>
public sealed class WorldDiagnosisTests
{
    private const Access Both = Access.Api | Access.Database;

    public static TheoryData<string, Access> VersionsAndAccesses =>
        [.. from version in ListmonkVersions.All from access in new[] { Access.Api, Access.Database, Both } select (version.Data, access)];

    /// <summary>What is done to a healthy world, with which access, and the finding that must come first.</summary>
    public static TheoryData<string, string, Access, string, CheckStatus> Troubles => new()
    {
        { "switch off", "UPDATE settings SET value = 'false' WHERE key = 'app.send_optin_confirmation'", Both, "settings.optin-disabled", CheckStatus.Fail },
        { "switch row gone", "DELETE FROM settings WHERE key = 'app.send_optin_confirmation'", Both, "settings.optin-missing", CheckStatus.Fail },
        { "switch row gone, seen by the API", "DELETE FROM settings WHERE key = 'app.send_optin_confirmation'", Access.Api, "settings.optin-disabled", CheckStatus.Fail },
        { "switch is a text", "UPDATE settings SET value = '\"yes\"' WHERE key = 'app.send_optin_confirmation'", Both, "settings.optin-type", CheckStatus.Fail },
        { "switch is null", "UPDATE settings SET value = 'null' WHERE key = 'app.send_optin_confirmation'", Access.Database, "settings.optin-type", CheckStatus.Fail },
        { "no smtp", "UPDATE settings SET value = '[]' WHERE key = 'smtp'", Both, "settings.smtp-enabled", CheckStatus.Fail },
        { "smtp disabled", "UPDATE settings SET value = jsonb_set(value, '{0,enabled}', 'false') WHERE key = 'smtp'", Access.Api, "settings.smtp-enabled", CheckStatus.Fail },
        { "TLS to a plain port", "UPDATE settings SET value = jsonb_set(value, '{0,tls_type}', '\"TLS\"') WHERE key = 'smtp'", Both, "smtp.tls-mode", CheckStatus.Fail },
        { "wrong password", "UPDATE settings SET value = jsonb_set(value, '{0,password}', '\"wrong\"') WHERE key = 'smtp'", Access.Database, "smtp.login", CheckStatus.Fail },
        { "wrong port", "UPDATE settings SET value = jsonb_set(value, '{0,port}', '9') WHERE key = 'smtp'", Access.Api, "smtp.unreachable", CheckStatus.Fail },
        { "wrong host", "UPDATE settings SET value = jsonb_set(value, '{0,host}', '\"no-such-host.invalid\"') WHERE key = 'smtp'", Both, "smtp.host-unknown", CheckStatus.Fail },
        { "encryption misspelt", Member("tls_type", "\"None\""), Both, "settings.smtp-tls-type", CheckStatus.Warning },
        { "span that cannot be read", Member("idle_timeout", "\"15 s\""), Access.Api, "settings.smtp-durations", CheckStatus.Warning },
        { "headers of another shape", Member("email_headers", "{\"X-By\": \"lists\"}"), Access.Database, "settings.smtp-headers", CheckStatus.Fail },
        { "Return-Path without an address", Member("email_headers", "[{\"Return-Path\": \"nobody\"}]"), Access.Api, "settings.smtp-headers", CheckStatus.Fail },
        { "greeting by half a name", Member("hello_hostname", "\"lists\""), Access.Api, "settings.smtp-hello-name", CheckStatus.Warning },
        { "greeting by two words", Member("hello_hostname", "\"my lists\""), Both, "settings.smtp-hello-name", CheckStatus.Fail },
        { "no attempts", Member("max_msg_retries", "-1"), Access.Api, "settings.smtp-retries", CheckStatus.Fail }, // G30
        { "log-in misspelt", Member("auth_protocol", "\"LOGIN\""), Both, "settings.smtp-auth-protocol", CheckStatus.Warning },
        { "no connections", Member("max_conns", "0"), Both, "settings.smtp-max-conns", CheckStatus.Warning },
        { "install's root_url", "UPDATE settings SET value = '\"http://localhost:9000\"' WHERE key = 'app.root_url'", Both, "settings.root-url", CheckStatus.Fail },
        { "root_url without https", "UPDATE settings SET value = '\"http://lists.example.org\"' WHERE key = 'app.root_url'", Access.Api, "settings.root-url", CheckStatus.Warning },
        { "all lists single", "UPDATE lists SET optin = 'single'", Both, "settings.list-single", CheckStatus.Fail },
        { "public lists single", "UPDATE lists SET optin = 'single' WHERE type = 'public'", Access.Api, "settings.list-single", CheckStatus.Fail },
        { "an upgrade without its database step", "UPDATE settings SET value = '[\"v5.1.0\"]' WHERE key = 'migrations'", Both, "database.migrations", CheckStatus.Fail },
        { "numbers used up", "INSERT INTO subscribers (id, uuid, email, name) VALUES (2147483647, gen_random_uuid(), 'last@example.org', '')", Access.Database, "database.sequences", CheckStatus.Fail },
        {
            "a database that takes no changes",
            "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET default_transaction_read_only = on', current_database()); END $$",
            Access.Database, "database.read-only", CheckStatus.Fail
        },
        { "nobody signs up", "DELETE FROM subscriber_lists", Access.Database, "database.nobody-waiting", CheckStatus.Warning },
        { "nobody signs up, seen by the API", "DELETE FROM subscriber_lists", Access.Api, "database.nobody-waiting", CheckStatus.Warning },
        {
            "only imports wait",
            "UPDATE subscriber_lists SET created_at = date_trunc('hour', created_at) WHERE status = 'unconfirmed';"
                + " UPDATE subscriber_lists SET created_at = '2026-11-01 10:00+00' WHERE status = 'unconfirmed'",
            Access.Database, "database.only-imports", CheckStatus.Warning
        },
    };

    private static string Member(string name, string json) => $"UPDATE settings SET value = jsonb_set(value, '{{0,{name}}}', '{json}') WHERE key = 'smtp'";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(VersionsAndAccesses))]
    public async Task The_seeds_case_is_named_first(string version, Access access) // G1
    {
        await using World world = await World.CreateAsync(new WorldOptions { Version = version, History = WorldHistory.SwitchOff }, Cancellation);
        await using WorldSession session = await WorldSession.ConnectAsync(world, access);
        ListmonkCheck first = (await session.DiagnoseAsync())[0];
        Assert.Equal(("settings.optin-disabled", CheckStatus.Fail, true, 1), (first.Id, first.Status, first.RootCause, first.Rank));
        Assert.Equal("Set-ListmonkSetting app.send_optin_confirmation $true", first.Remedy!.Command);
        Assert.Contains(first.Evidence, evidence => evidence.Found == "false");
        Assert.Equal(await WaitingAsync(world), first.AffectedCount);
    }

    [Theory]
    [MemberData(nameof(VersionsAndAccesses))]
    public async Task A_healthy_world_shows_no_failure_and_no_warning_but_of_its_version(string version, Access access)
    {
        await using World world = await World.CreateAsync(new WorldOptions { Version = version }, Cancellation);
        await using WorldSession session = await WorldSession.ConnectAsync(world, access);
        IReadOnlyList<ListmonkCheck> checks = await session.DiagnoseAsync();
        Assert.DoesNotContain(checks, check => check.Status is CheckStatus.Fail or CheckStatus.Error);
        Assert.All(checks.Where(check => check.Status == CheckStatus.Warning), check => Assert.StartsWith("version.", check.Id, StringComparison.Ordinal));
        Assert.True(version != "v6.2.0" || checks.All(check => check.Status != CheckStatus.Warning));
        // The API masks the password of the mail server: what follows the log-in there is not tried then.
        ILookup<string, string> skipped = checks.Where(check => check.Status == CheckStatus.Skipped).ToLookup(check => check.Id.Split('.')[0], check => check.Id);
        Assert.Equal(access == Access.Api ? 8 : 0, skipped["smtp"].Count());
        // From where mail reaches receivers only a mail shows, and what another DNS server says only another one.
        Assert.Equal(["dns.ptr-missing", "dns.ptr-unconfirmed", "dns.spf-sender", "dns.split-horizon"], skipped["dns"].Order(StringComparer.Ordinal));
        // A reader sees neither what other sessions do nor the disk (three), the database alone not which version runs, the API alone nothing of the database.
        Assert.Equal(access == Both ? 3 : access == Access.Api ? 14 : 7, skipped.Where(area => area.Key is not ("smtp" or "dns" or "log" or "queue")).Sum(area => area.Count()));
        // The user of the API who has the least rights may not see campaigns.
        Assert.Equal(access == Access.Api && ListmonkVersions.Quirks(version).HasUsers ? 2 : 0, skipped["queue"].Count());
        // The memory of the server is read by the API.
        Assert.Equal(access == Access.Database ? checks.Count(check => check.Id.StartsWith("log.", StringComparison.Ordinal)) : 0, skipped["log"].Count());
    }

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task Each_trouble_is_named_first(string trouble, string sql, Access access, string id, CheckStatus status)
    {
        await using World world = await World.CreateAsync(ct: Cancellation);
        await using (NpgsqlCommand command = world.Database.CreateCommand(sql))
        {
            await command.ExecuteNonQueryAsync(Cancellation);
        }

        await using WorldSession session = await WorldSession.ConnectAsync(world, access);
        ListmonkCheck first = (await session.DiagnoseAsync())[0];
        Assert.True((first.Id, first.Status) == (id, status), $"{trouble}: {first.Id} {first.Status} {first.Summary}");
    }

    [Fact]
    public async Task What_is_odd_in_a_mail_server_never_outranks_what_stops_the_mail() // G29, G31
    {
        await using World world = await World.CreateAsync(new WorldOptions { History = WorldHistory.SwitchOff }, Cancellation);
        await world.ExecuteAsync(
            """
            UPDATE settings SET value = jsonb_build_array(
                value->0 || '{"tls_type": "None", "wait_timeout": "5 s", "hello_hostname": "lists"}',
                value->1 || '{"enabled": true, "host": "no-such-host.invalid", "tls_skip_verify": true, "max_conns": 0}') WHERE key = 'smtp'
            """,
            Cancellation);
        await using WorldSession session = await WorldSession.ConnectAsync(world, Both);

        IReadOnlyList<ListmonkCheck> checks = await session.DiagnoseAsync();

        Assert.Equal(["settings.optin-disabled", "smtp.host-unknown"], checks.Where(check => check.RootCause).Select(check => check.Id));
        Assert.Equal(
            ["durations", "hello-name", "max-conns", "several", "tls-type", "tls-verify"],
            checks.Where(check => check.Status == CheckStatus.Warning).Select(check => check.Id["settings.smtp-".Length..]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_setting_with_which_listmonk_does_not_start_accounts_for_its_silence() // 3.4
    {
        await using World world = await World.CreateAsync(ct: Cancellation);
        await using WorldSession session = await WorldSession.ConnectAsync(world, Both);
        await world.ExecuteAsync(Member("wait_timeout", "\"5\""), Cancellation);
        await world.Server.ReloadAsync(Cancellation);

        IReadOnlyList<ListmonkCheck> checks = await session.DiagnoseAsync();

        Assert.NotNull(world.Server.StartFailure);
        Assert.Equal("settings.smtp-durations", Assert.Single(checks, check => check.RootCause).Id);
        Assert.Equal("settings.smtp-durations", checks.Single(check => check.Id == "settings.api-unreachable").ExplainedBy);
        Assert.Equal(["settings.api-unreachable"], checks[0].Explains);
    }

    [Fact]
    public async Task The_cause_takes_the_date_of_the_break_that_it_accounts_for()
    {
        await using World world = await World.CreateAsync(new WorldOptions { History = WorldHistory.SwitchOff, Subscribers = 1500 }, Cancellation);
        await using WorldSession session = await WorldSession.ConnectAsync(world, Both);
        IReadOnlyList<ListmonkCheck> checks = await session.DiagnoseAsync();
        Assert.Equal(("settings.optin-disabled", true), (checks[0].Id, checks[0].RootCause));
        Assert.Contains("database.share-broke", checks[0].Explains);
        Assert.InRange((DateTimeOffset.UtcNow - checks[0].Since!.Value).TotalDays, 20, 22);
        Assert.Contains(checks[0].Evidence, evidence => evidence.When == checks[0].Since);
        ListmonkCheck symptom = checks.Single(check => check.Id == "database.share-broke");
        Assert.Equal((CheckStatus.Fail, false), (symptom.Status, symptom.RootCause));
        Assert.Equal(await WaitingAsync(world), checks[0].AffectedCount);
        Assert.InRange(symptom.AffectedCount!.Value, 100, checks[0].AffectedCount!.Value);

        // Mended, the figures of the past weeks are no root cause.
        await world.ExecuteAsync("UPDATE settings SET value = 'true' WHERE key = 'app.send_optin_confirmation'", Cancellation);
        checks = await session.DiagnoseAsync();
        Assert.DoesNotContain(checks, check => check.RootCause);
        Assert.Equal(CheckStatus.Warning, checks.Single(check => check.Id == "database.share-broke").Status);
    }

    [Fact]
    public async Task Without_the_right_to_see_subscribers_nobody_is_counted_and_the_right_is_named()
    {
        await using World world = await World.CreateAsync(new WorldOptions { History = WorldHistory.SwitchOff }, Cancellation);
        await world.ExecuteAsync("UPDATE roles SET permissions = ARRAY['settings:get', 'lists:get_all', 'subscribers:get'] WHERE name = 'Reader'", Cancellation);
        await world.Server.ReloadAsync(Cancellation);
        await using WorldSession session = await WorldSession.ConnectAsync(world, Access.Api);
        IReadOnlyList<ListmonkCheck> checks = await session.DiagnoseAsync();
        Assert.Equal(("settings.optin-disabled", null), (checks[0].Id, checks[0].AffectedCount));
        ListmonkCheck waiting = checks.Single(check => check.Id == "database.nobody-waiting");
        Assert.Equal(CheckStatus.Skipped, waiting.Status);
        Assert.Contains("subscribers:get_all", waiting.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_down_is_told_from_a_switch_that_is_off()
    {
        await using World world = await World.CreateAsync(new WorldOptions { History = WorldHistory.SwitchOff }, Cancellation);
        await using WorldSession session = await WorldSession.ConnectAsync(world, Both);
        await world.Server.StopAsync();
        IReadOnlyList<ListmonkCheck> checks = await session.DiagnoseAsync();
        Assert.Equal(
            ["settings.api-unreachable", "settings.optin-disabled"],
            checks.Where(check => check.RootCause).Select(check => check.Id).Order(StringComparer.Ordinal));
        Assert.Equal("settings.api-unreachable", checks.Single(check => check.Id == "settings.login-refused").ExplainedBy);
    }

    [Fact]
    public async Task A_database_that_only_we_lost_does_not_hide_the_cause()
    {
        await using World world = await World.CreateAsync(new WorldOptions { History = WorldHistory.SwitchOff }, Cancellation);
        await using WorldSession session = await WorldSession.ConnectAsync(world, Both);
        await using (NpgsqlCommand command = world.Database.CreateCommand($"REVOKE SELECT ON settings FROM \"{world.ReadUser}\""))
        {
            await command.ExecuteNonQueryAsync(Cancellation);
        }

        IReadOnlyList<ListmonkCheck> checks = await session.DiagnoseAsync();
        Assert.Equal("settings.optin-disabled", checks[0].Id);
        Assert.Equal(CheckStatus.Warning, checks.Single(check => check.Id == "database.unreachable").Status);
        Assert.Equal("database.unreachable", checks.Single(check => check.Id == "settings.optin-missing").ExplainedBy);
    }

    [Fact]
    public async Task Eight_worlds_at_once_do_not_clash()
    {
        IEnumerable<Task<string>> runs = Enumerable.Range(0, 8).Select(async index =>
        {
            WorldHistory history = index % 2 == 0 ? WorldHistory.SwitchOff : WorldHistory.Healthy;
            await using World world = await World.CreateAsync(new WorldOptions { History = history }, Cancellation);
            await using WorldSession session = await WorldSession.ConnectAsync(world, Both);
            IReadOnlyList<ListmonkCheck> checks = await session.DiagnoseAsync();
            return $"{history} {checks.Any(check => check.Status == CheckStatus.Fail)}";
        });
        string[] outcomes = await Task.WhenAll(runs);
        Assert.Equal(4, outcomes.Count(outcome => outcome == "SwitchOff True"));
        Assert.Equal(4, outcomes.Count(outcome => outcome == "Healthy False"));
    }

    [Fact]
    public async Task A_diagnosis_with_the_least_rights_changes_nothing()
    {
        await using World world = await World.CreateAsync(new WorldOptions { History = WorldHistory.SwitchOff }, Cancellation);
        await using WorldSession session = await WorldSession.ConnectAsync(world, Both);
        string before = await FingerprintAsync(world);
        await session.DiagnoseAsync();
        Assert.Equal(before, await FingerprintAsync(world));
        Assert.All(world.Server.Requests, request => Assert.Equal("GET", request.Method));
    }

    private static async Task<long?> WaitingAsync(World world)
    {
        await using NpgsqlCommand command = world.Database.CreateCommand("""
            SELECT count(DISTINCT s.id) FROM subscribers s JOIN subscriber_lists sl ON sl.subscriber_id = s.id JOIN lists l ON l.id = sl.list_id
            WHERE s.status = 'enabled' AND sl.status = 'unconfirmed' AND l.optin = 'double'
            """);
        return (long?)await command.ExecuteScalarAsync(Cancellation);
    }

    private static async Task<string> FingerprintAsync(World world)
    {
        await using NpgsqlCommand command = world.Database.CreateCommand("""
            SELECT md5(string_agg(row, '|' ORDER BY row)) FROM (
                SELECT settings::text AS row FROM settings UNION ALL SELECT subscriber_lists::text FROM subscriber_lists UNION ALL SELECT subscribers::text FROM subscribers
            ) rows
            """);
        return (string)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
