using ListmonkPS.Core.Diagnosis.Checks.Settings;
using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Diagnosis.Reading;

namespace ListmonkPS.Core.Tests.Diagnosis.Checks;

public sealed class SettingsCheckTests
{
    [Fact]
    public void Switch_on_passes()
    {
        Finding finding = new OptInDisabledCheck().Judge(FactsOf.These(FactsOf.Settings("""{"app.send_optin_confirmation": true}""")));
        Assert.Equal(CheckStatus.Pass, finding.Status);
    }

    [Fact]
    public void Switch_off_fails_with_the_people_who_wait_and_the_command()
    {
        Finding finding = new OptInDisabledCheck().Judge(FactsOf.These(
            FactsOf.Settings("""{"app.send_optin_confirmation": false}"""), FactsOf.Waiting(2143, 2200, 0, FactsOf.Now)));
        Assert.Equal(CheckStatus.Fail, finding.Status);
        Assert.Equal(2143, finding.AffectedCount);
        Assert.Contains("2,143", finding.Summary, StringComparison.Ordinal);
        Assert.Equal("Set-ListmonkSetting app.send_optin_confirmation $true", finding.Remedy!.Command);
        Assert.True(finding.Remedy.IsAutomatic && finding.Remedy.NeedsRestart);
        Assert.Contains(finding.Evidence, evidence => evidence is { What: "app.send_optin_confirmation", Found: "false", Wanted: "true" });
    }

    [Theory]
    [InlineData("settings:get", true)]
    [InlineData("settings:manage", false)]
    public void Remedy_says_when_the_token_lacks_the_right(string permission, bool saysSo)
    {
        ListmonkSession session = new(null) { Name = "s", IsSuperAdmin = false, Permissions = new TextList<string>([permission]) };
        Finding finding = new OptInDisabledCheck().Judge(
            FactsOf.These(session, FactsOf.Settings("""{"app.send_optin_confirmation": false}""", Access.Api)));
        Assert.Equal(saysSo, finding.Remedy!.Text.Contains("settings:manage", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{}", OptInMissingCheck.Id)]
    [InlineData("""{"app.send_optin_confirmation": "true"}""", OptInTypeCheck.Id)]
    [InlineData("""{"app.send_optin_confirmation": null}""", OptInTypeCheck.Id)]
    public void Switch_without_a_boolean_is_left_to_its_own_check(string json, string id)
    {
        Finding finding = new OptInDisabledCheck().Judge(FactsOf.These(FactsOf.Settings(json)));
        Assert.Equal((CheckStatus.Skipped, id), (finding.Status, finding.Because));
    }

    [Theory]
    [InlineData("{}", CheckStatus.Fail)]
    [InlineData("""{"app.send_optin_confirmation": false}""", CheckStatus.Pass)]
    public void Missing_row_fails(string json, CheckStatus status) =>
        Assert.Equal(status, new OptInMissingCheck().Judge(FactsOf.These(FactsOf.Settings(json))).Status);

    [Fact]
    public void Missing_row_cannot_be_told_from_the_api()
    {
        Finding finding = new OptInMissingCheck().Judge(FactsOf.These(FactsOf.Settings("{}", Access.Api)));
        Assert.Equal((CheckStatus.Skipped, DatabaseState.JudgedBy), (finding.Status, finding.Because));
    }

    [Theory]
    [InlineData("true", CheckStatus.Pass, null)]
    [InlineData("false", CheckStatus.Pass, null)]
    [InlineData("\"true\"", CheckStatus.Fail, OptInEffect.Weakens)]
    [InlineData("1", CheckStatus.Fail, OptInEffect.Weakens)]
    [InlineData("\"yes\"", CheckStatus.Fail, null)]
    [InlineData("null", CheckStatus.Fail, null)]
    [InlineData("{}", CheckStatus.Fail, null)]
    [InlineData("[true]", CheckStatus.Fail, null)]
    public void Switch_of_another_type_fails_and_says_whether_it_counts_as_on(string json, CheckStatus status, OptInEffect? effect)
    {
        Finding finding = new OptInTypeCheck().Judge(FactsOf.These(FactsOf.Settings($$"""{"app.send_optin_confirmation": {{json}}}""")));
        Assert.Equal((status, effect), (finding.Status, finding.Effect));
    }

    [Theory]
    [InlineData("""[{"enabled": true}, {"enabled": false}]""", CheckStatus.Pass)]
    [InlineData("""[{"enabled": false}]""", CheckStatus.Fail)]
    [InlineData("[]", CheckStatus.Fail)]
    [InlineData("null", CheckStatus.Fail)]
    [InlineData("\"smtp\"", CheckStatus.Fail)]
    [InlineData("""[{"enabled": "true"}, 7]""", CheckStatus.Fail)]
    public void Some_smtp_server_must_be_enabled(string smtp, CheckStatus status) =>
        Assert.Equal(status, new SmtpEnabledCheck().Judge(FactsOf.These(FactsOf.Settings($$"""{"smtp": {{smtp}}}"""))).Status);

    [Theory]
    [InlineData("https://lists.example.org", CheckStatus.Pass)]
    [InlineData("https://lists.example.org:8443/mail/", CheckStatus.Pass)]
    [InlineData("https://198.51.100.7", CheckStatus.Pass)]
    [InlineData("", CheckStatus.Fail)]
    [InlineData("  ", CheckStatus.Fail)]
    [InlineData("lists.example.org", CheckStatus.Fail)]
    [InlineData("ftp://lists.example.org", CheckStatus.Fail)]
    [InlineData("http://localhost:9000", CheckStatus.Fail)]
    [InlineData("https://LOCALHOST", CheckStatus.Fail)]
    [InlineData("http://127.0.0.1:9000", CheckStatus.Fail)]
    [InlineData("http://127.8.9.1", CheckStatus.Fail)]
    [InlineData("http://[::1]:9000", CheckStatus.Fail)]
    [InlineData("http://0.0.0.0:9000", CheckStatus.Fail)]
    [InlineData("https://listmonk.localhost", CheckStatus.Fail)]
    [InlineData("http://lists.example.org", CheckStatus.Warning)]
    [InlineData("https://192.168.1.20", CheckStatus.Warning)]
    [InlineData("https://172.16.0.1", CheckStatus.Warning)]
    [InlineData("https://172.32.0.1", CheckStatus.Pass)]
    [InlineData("https://[fd00::1]", CheckStatus.Warning)]
    [InlineData("https://listmonk", CheckStatus.Warning)]
    [InlineData("https://nas.local", CheckStatus.Warning)]
    public void Root_url_must_be_one_that_subscribers_can_open(string url, CheckStatus status) => Assert.Equal(
        status, new RootUrlCheck().Judge(FactsOf.These(FactsOf.Settings($$"""{"app.root_url": "{{url}}"}"""))).Status);

    [Fact]
    public void Root_url_that_is_missing_or_no_text_fails()
    {
        Assert.Equal(CheckStatus.Fail, new RootUrlCheck().Judge(FactsOf.These(FactsOf.Settings("{}"))).Status);
        Assert.Equal(CheckStatus.Fail, new RootUrlCheck().Judge(FactsOf.These(FactsOf.Settings("""{"app.root_url": 7}"""))).Status);
    }

    [Fact]
    public void Root_url_remedy_proposes_the_address_by_which_we_came_when_others_can_open_it()
    {
        ListmonkSession session = new(null) { Name = "s", Uri = new Uri("https://lists.example.org/") };
        FactSet facts = FactsOf.These(session, FactsOf.Settings("""{"app.root_url": "http://localhost:9000"}"""));
        Assert.Equal("Set-ListmonkSetting app.root_url 'https://lists.example.org'", new RootUrlCheck().Judge(facts).Remedy!.Command);
    }

    [Fact]
    public void Root_url_remedy_proposes_nothing_where_we_came_by_a_local_address()
    {
        ListmonkSession session = new(null) { Name = "s", Uri = new Uri("http://127.0.0.1:9000/") };
        FactSet facts = FactsOf.These(session, FactsOf.Settings("""{"app.root_url": ""}"""));
        Assert.Null(new RootUrlCheck().Judge(facts).Remedy!.Command);
    }

    [Theory]
    [InlineData("", CheckStatus.Fail, null)]
    [InlineData("public-single", CheckStatus.Fail, null)]
    [InlineData("public-single private-double", CheckStatus.Fail, OptInEffect.StopsSome)]
    [InlineData("public-double private-single", CheckStatus.Pass, null)]
    [InlineData("public-double public-single", CheckStatus.Pass, null)]
    [InlineData("private-double private-single", CheckStatus.Pass, null)]
    public void Lists_that_people_sign_up_to_should_be_double(string lists, CheckStatus status, OptInEffect? effect)
    {
        OptInList[] rows = [.. lists.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((text, index) => new OptInList(
            index, text, text.StartsWith("public", StringComparison.Ordinal), text.EndsWith("double", StringComparison.Ordinal)))];
        Finding finding = new ListSingleCheck().Judge(FactsOf.These(new ActiveLists(rows, Access.Database)));
        Assert.Equal((status, effect), (finding.Status, finding.Effect));
    }

    [Fact]
    public void Refused_login_is_told_from_a_dead_server()
    {
        FactSet refused = FactsOf.These(new ApiState("https://lists.example.org/", FactsOf.Refused));
        Assert.Equal(CheckStatus.Pass, new ApiUnreachableCheck().Judge(refused).Status);
        Assert.Equal(CheckStatus.Fail, new LoginRefusedCheck().Judge(refused).Status);
        FactSet dead = FactsOf.These(new ApiState("https://lists.example.org/", FactsOf.Unreachable));
        Assert.Equal(CheckStatus.Fail, new ApiUnreachableCheck().Judge(dead).Status);
        Assert.Equal(ApiUnreachableCheck.Id, new LoginRefusedCheck().Judge(dead).Because);
    }
}
