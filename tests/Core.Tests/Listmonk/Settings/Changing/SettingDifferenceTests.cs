using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Settings.Changing;
using ListmonkPS.Core.Listmonk.Settings.Reading;
using ListmonkPS.Core.Listmonk.Settings.Values;

namespace ListmonkPS.Core.Tests.Listmonk.Settings.Changing;

public sealed class SettingDifferenceTests
{
    [Theory]
    [InlineData("app.root_url", "\"http://x/\"", "\"http://x\"", true)]
    [InlineData("app.root_url", "\"http://x//\"", "\"http://x\"", true)]
    [InlineData("app.root_url", "\"http://x\"", "\"http://y\"", false)]
    [InlineData("app.logo_url", "\"http://x/\"", "\"http://x\"", false)]
    [InlineData("app.lang", "null", "\"\"", false)]
    [InlineData("app.concurrency", "10", "10.0", true)]
    [InlineData("app.send_optin_confirmation", "\"true\"", "true", false)]
    [InlineData("smtp", """[{"host":"h","port":25}]""", """[{"uuid":"new","host":"h","port":25}]""", true)]
    [InlineData("smtp", """[{"uuid":"","host":"h"}]""", """[{"uuid":"new","host":"h"}]""", true)]
    [InlineData("smtp", """[{"uuid":"old","host":"h"}]""", """[{"uuid":"new","host":"h"}]""", false)]
    [InlineData("smtp", """[{"uuid":"old","host":"h"}]""", """[{"host":"h"}]""", false)]
    [InlineData("smtp", """[{"host":" h "}]""", """[{"host":"h"}]""", true)]
    [InlineData("smtp", """[{"host":"h"}]""", """[{"host":"h "}]""", false)]
    [InlineData("smtp", """[{"username":" h "}]""", """[{"username":"h"}]""", false)]
    [InlineData("bounce.mailboxes", """[{"host":" h "}]""", """[{"host":"h"}]""", false)]
    [InlineData("smtp", """[{"host":"h"}]""", """[{"host":"h","name":"","max_conns":0,"tls_skip_verify":false,"from_addresses":null,"email_headers":[]}]""", true)]
    [InlineData("smtp", """[{"host":"h"}]""", """[{"host":"h","name":"x"}]""", false)]
    [InlineData("smtp", """[{"host":"h","password":"p"}]""", """[{"host":"h"}]""", false)]
    [InlineData("smtp", """[{"host":"h","password":"p"}]""", """[{"host":"h","password":""}]""", false)]
    [InlineData("smtp", """[{"host":"h","password":"p"}]""", """[{"host":"h","password":"q"}]""", false)]
    [InlineData("smtp", """[{"host":"h","password":"••••"}]""", """[{"host":"h","password":"••••"}]""", true)]
    [InlineData("smtp", """[{"host":"h","password":"••••"}]""", """[{"host":"h","password":"•••"}]""", false)]
    [InlineData("smtp", """[{"host":"h"}]""", """[{"host":"h"},{"host":"i"}]""", false)]
    [InlineData("smtp", """[{"host":"h"},{"host":"i"}]""", """[{"host":"i"},{"host":"h"}]""", false)]
    [InlineData("smtp", """[{"enabled":true}]""", """[{"enabled":false}]""", false)]
    [InlineData("security.captcha", """{"hcaptcha":{"enabled":false}}""", """{"hcaptcha":{"enabled":false,"key":""},"altcha":{"enabled":false}}""", true)]
    [InlineData("security.captcha", """{"hcaptcha":{"enabled":false}}""", """{"hcaptcha":{"enabled":true}}""", false)]
    [InlineData("privacy.domain_blocklist", """["a","b"]""", """["b","a"]""", false)]
    [InlineData("privacy.domain_blocklist", "[]", "null", false)]
    public void Only_what_listmonk_does_itself_is_no_difference(string name, string before, string after, bool same) =>
        Assert.Equal(same, StoredLikeness.IsSame(name, JsonNode.Parse(before), JsonNode.Parse(after)));

    [Fact]
    public void Keys_that_come_go_or_change_are_named_but_not_the_one_that_was_meant()
    {
        SettingSnapshot before = Snapshot("""{"app.lang":"en","app.site_name":"A","app.batch_size":1,"app.root_url":"http://x/"}""");
        SettingSnapshot after = Snapshot("""{"app.lang":"de","app.site_name":"B","smtp":[],"app.root_url":"http://x"}""");
        Assert.Equal(["app.batch_size", "app.site_name", "smtp"], SettingDifference.Between(before, after, ["app.lang"]));
    }

    private static SettingSnapshot Snapshot(string json) => SettingSnapshot.OfApi(JsonNode.Parse(json)!.AsObject(), null);
}
