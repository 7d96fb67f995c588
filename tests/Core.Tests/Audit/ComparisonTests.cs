using ListmonkPS.Core.Tests.Listmonk.Settings.Bench;
using ListmonkPS.TestBench.Worlds;

namespace ListmonkPS.Core.Tests.Audit;

/// <summary>What differs is told place by place, secrets without being shown, each with what it does to opt-in.</summary>
public sealed class ComparisonTests
{
    private const string Switch = SettingWorld.Switch;

    /// <summary>SQL, the place, its state and severity.</summary>
    public static TheoryData<string, string, SettingDifferenceState, CheckSeverity> Changes => new()
    {
        { Set(Switch, "false"), Switch, SettingDifferenceState.Changed, CheckSeverity.Critical },
        { "delete from settings where key = 'app.send_optin_confirmation'", Switch, SettingDifferenceState.Removed, CheckSeverity.Critical },
        { Set("app.root_url", "\"http://x\""), "app.root_url", SettingDifferenceState.Changed, CheckSeverity.High },
        { Set("app.from_email", "\"x\""), "app.from_email", SettingDifferenceState.Changed, CheckSeverity.High },
        { Set("app.show_optin_page", "false"), "app.show_optin_page", SettingDifferenceState.Changed, CheckSeverity.Low },
        { Set("privacy.domain_blocklist", "[\"*.test\"]"), "privacy.domain_blocklist", SettingDifferenceState.Changed, CheckSeverity.Medium },
        { Set("privacy.domain_blocklist", "[]"), "privacy.domain_blocklist", SettingDifferenceState.Changed, CheckSeverity.Info },
        { Set("app.batch_size", "7"), "app.batch_size", SettingDifferenceState.Changed, CheckSeverity.Info },
        { Smtp("{0,port}", "26"), "smtp/primary/port", SettingDifferenceState.Changed, CheckSeverity.High },
        { Smtp("{0,host}", "\"moved.example.org\""), "smtp/primary/host", SettingDifferenceState.Changed, CheckSeverity.High },
        { Smtp("{0,name}", "\"email-first\""), "smtp/first/name", SettingDifferenceState.Changed, CheckSeverity.Info },
        { Smtp("{0,password}", "\"other\""), "smtp/primary/password", SettingDifferenceState.Changed, CheckSeverity.High },
        { Smtp("{0,enabled}", "false"), "smtp/primary/enabled", SettingDifferenceState.Changed, CheckSeverity.Critical },
        { Smtp("{1,port}", "26"), "smtp/spare/port", SettingDifferenceState.Changed, CheckSeverity.Info }, // it is switched off
        { Smtp("{1,enabled}", "true"), "smtp/spare/enabled", SettingDifferenceState.Changed, CheckSeverity.Medium }, // one of two by chance (G29)
        { "update settings set value = value - 1 where key = 'smtp'", "smtp/spare", SettingDifferenceState.Removed, CheckSeverity.Medium },
        { "update settings set value = value || '[{\"host\": \"new.example.org\", \"enabled\": true}]' where key = 'smtp'", "smtp/new.example.org", SettingDifferenceState.Added, CheckSeverity.Medium },
        { "update settings set value = jsonb_set(value, '{altcha,enabled}', 'true') where key = 'security.captcha'", "security.captcha/altcha/enabled", SettingDifferenceState.Changed, CheckSeverity.Medium },
        { "update settings set value = jsonb_set(value, '{hard,count}', '5') where key = 'bounce.actions'", "bounce.actions/hard/count", SettingDifferenceState.Changed, CheckSeverity.Medium },
        { "insert into settings (key, value) values ('app.brand_new', '1')", "app.brand_new", SettingDifferenceState.Added, CheckSeverity.Info },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task One_change_is_one_difference(string sql, string name, SettingDifferenceState state, CheckSeverity severity)
    {
        await using AuditWorld bench = await AuditWorld.CreateAsync();
        await bench.ExportAsync(Access.Database);
        Assert.Equal(1, await bench.Settings.SqlAsync(sql));
        ListmonkSettingDifference difference = Assert.Single(await bench.CompareAsync(Access.Database));
        Assert.Equal((name, state, severity, "bench"), (difference.Name, difference.State, difference.Severity, difference.Session));
        Assert.DoesNotContain("other", $"{difference.Reference}{difference.Current}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_switch_that_is_on_again_is_good_to_know()
    {
        await using AuditWorld bench = await AuditWorld.CreateAsync();
        await bench.Settings.SqlAsync(Set(Switch, "false"));
        await bench.ExportAsync(Access.Api);
        await bench.Settings.SqlAsync(Set(Switch, "true"));
        ListmonkSettingDifference difference = Assert.Single(await bench.CompareAsync(Access.Api), difference => difference.State == SettingDifferenceState.Changed);
        Assert.Equal((Switch, false, true, CheckSeverity.Info), (difference.Name, difference.Reference, difference.Current, difference.Severity));
    }

    /// <summary>Through the API a secret shows its length: another one is a change, the same one tells nothing.</summary>
    [Theory]
    [InlineData(Access.Api, Access.Api, "longer than before", SettingDifferenceState.Changed)]
    [InlineData(Access.Api, Access.Api, "Ky5-sendgrid-secret-bT9X", SettingDifferenceState.Unknown)]
    [InlineData(Access.Api, Access.Api, "", SettingDifferenceState.Changed)]
    [InlineData(Access.Database, Access.Api, "", SettingDifferenceState.Changed)]
    [InlineData(Access.Database, Access.Api, "Ky5-sendgrid-secret-bT9X", SettingDifferenceState.Unknown)]
    [InlineData(Access.Database, Access.Database, "Ky5-sendgrid-secret-bT9X", SettingDifferenceState.Changed)]
    public async Task A_secret_is_compared_as_far_as_it_is_known(Access before, Access after, string secret, SettingDifferenceState state)
    {
        await using AuditWorld bench = await AuditWorld.CreateAsync();
        await bench.ExportAsync(before);
        await bench.Settings.SqlAsync(Set("bounce.sendgrid_key", $"\"{secret}\""));
        ListmonkSettingDifference difference = Assert.Single(await bench.CompareAsync(after), difference => difference.Name == "bounce.sendgrid_key");
        Assert.Equal(state, difference.State);
        Assert.Equal(secret.Length > 0 ? "••••••••" : "", difference.Current);
    }

    [Fact]
    public async Task Another_server_is_a_reference_too()
    {
        await using AuditWorld left = await AuditWorld.CreateAsync();
        await using AuditWorld right = await AuditWorld.CreateAsync("v5.0.2");
        ListmonkSession reference = left.Settings.Session(Access.Database);
        Assert.Empty((await left.CompareAsync(Access.Database, new ComparisonReference(Session: reference))));
        IReadOnlyList<ListmonkSettingDifference> differences = await right.CompareAsync(Access.Database, new ComparisonReference(Session: reference));
        Assert.Contains(differences, difference => difference is { Name: "app.show_optin_page", State: SettingDifferenceState.Removed, Severity: CheckSeverity.Info });
        Assert.Contains(differences, difference => difference is { Name: "security.enable_captcha", State: SettingDifferenceState.Added });
        Assert.DoesNotContain(differences, difference => difference.Name.Contains("password", StringComparison.Ordinal)); // the same secrets, by hash
    }

    [Theory]
    [InlineData("v3.0.0")]
    [InlineData("v4.1.0")]
    [InlineData("v5.0.2")]
    [InlineData("v5.1.0")]
    [InlineData("v6.2.0")]
    public async Task A_fresh_installation_does_not_differ_from_the_defaults_of_its_version(string version)
    {
        await using AuditWorld bench = await AuditWorld.CreateAsync(version, WorldHistory.Fresh);
        Assert.Empty(await bench.CompareAsync(Access.Database, new ComparisonReference()));
        Assert.Empty(await bench.CompareAsync(Access.Api, new ComparisonReference()));
        await bench.Settings.SqlAsync(Set(Switch, "false"));
        Assert.Equal(Switch, Assert.Single(await bench.CompareAsync(Access.Api, new ComparisonReference())).Name);
    }

    /// <summary>The API has no say in what it does not show.</summary>
    [Fact]
    public async Task What_one_side_cannot_show_is_unknown()
    {
        await using AuditWorld bench = await AuditWorld.CreateAsync();
        await bench.ExportAsync(Access.Database);
        ListmonkSettingDifference difference = Assert.Single(await bench.CompareAsync(Access.Api), difference => difference.Name == "upload.max_file_size");
        Assert.Equal((SettingDifferenceState.Unknown, null), (difference.State, difference.Current));
        await bench.ExportAsync(Access.Api);
        Assert.Equal(SettingDifferenceState.Unknown, Assert.Single(await bench.CompareAsync(Access.Database), difference => difference.Name == "upload.max_file_size").State);
    }

    private static string Set(string key, string json) => $"update settings set value = '{json}' where key = '{key}'";

    private static string Smtp(string path, string json) => $"update settings set value = jsonb_set(value, '{path}', '{json}') where key = 'smtp'";
}
