using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Settings.Catalogue;
using ListmonkPS.Core.Listmonk.Settings.Values;

namespace ListmonkPS.Core.Tests.Listmonk.Settings.Values;

public sealed class SettingMaskTests
{
    /// <summary>One word that stands for every secret, long enough that a bare part of it would be seen.</summary>
    private const string Secret = "geheim-4711";

    public static TheoryData<string, string> WithSecret => new()
    {
        { "smtp", """[{"uuid":"u","host":"h","username":"n","password":"geheim-4711"},{"host":"h","password":"geheim-4711"}]""" },
        { "messengers", """[{"name":"m","password":"geheim-4711"}]""" },
        { "bounce.mailboxes", """[{"host":"h","password":"geheim-4711"}]""" },
        { "security.oidc", """{"enabled":true,"client_id":"i","client_secret":"geheim-4711"}""" },
        { "security.captcha", """{"altcha":{"enabled":true},"hcaptcha":{"enabled":true,"key":"k","secret":"geheim-4711"}}""" },
        { "security.captcha_secret", "\"geheim-4711\"" },
        { "upload.s3.aws_secret_access_key", "\"geheim-4711\"" },
        { "bounce.sendgrid_key", "\"geheim-4711\"" },
        { "bounce.postmark", """{"enabled":true,"username":"n","password":"geheim-4711"}""" },
        { "bounce.forwardemail", """{"enabled":true,"key":"geheim-4711"}""" },
        { "bounce.lettermint", """{"enabled":true,"key":"geheim-4711"}""" },
        { "bounce.azure", """{"enabled":true,"shared_secret":"geheim-4711","shared_secret_header":"X-Header"}""" },
        // Of the wrong type: the secret may stand where none is looked for.
        { "smtp", "\"[{\\\"password\\\":\\\"geheim-4711\\\"}]\"" },
        { "smtp", """{"password":"geheim-4711"}""" },
        { "smtp", """{"0":{"password":"geheim-4711"}}""" },
        { "smtp", """[[{"password":"geheim-4711"}]]""" },
        { "bounce.sendgrid_key", """{"value":"geheim-4711"}""" },
        { "bounce.sendgrid_key", """["geheim-4711"]""" },
        // Members that a later version may add, and keys that are not known.
        { "smtp", """[{"oauth_token":"geheim-4711"}]""" },
        { "smtp", """[{"email_headers":[{"Authorization":"geheim-4711"}]}]""" },
        { "bounce.newcomer", """{"enabled":true,"webhook_secret":"geheim-4711"}""" },
        { "bounce.newcomer_key", "\"geheim-4711\"" },
        { "app.new_token", "\"geheim-4711\"" },
    };

    [Theory]
    [MemberData(nameof(WithSecret))]
    public void No_secret_is_left(string name, string json)
    {
        JsonNode? hidden = SettingMask.Hide(name, SettingCatalogue.Find(name), JsonNode.Parse(json));
        string shown = ValueText.Of(hidden, int.MaxValue);
        Assert.Contains(SettingMask.Set, shown, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, shown, StringComparison.Ordinal);
        Assert.True(SettingMask.HasSecret(name, SettingCatalogue.Find(name), JsonNode.Parse(json)));
    }

    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("null", "")]
    [InlineData("[]", "")]
    [InlineData("\"x\"", "\u2022\u2022\u2022\u2022\u2022\u2022\u2022\u2022")]
    [InlineData("\"a secret of many more characters than eight\"", "\u2022\u2022\u2022\u2022\u2022\u2022\u2022\u2022")]
    [InlineData("0", "\u2022\u2022\u2022\u2022\u2022\u2022\u2022\u2022")]
    public void The_mask_tells_only_whether_there_is_a_secret(string json, string shown) =>
        Assert.Equal(shown, PlainValue.Of(SettingMask.Hide("bounce.sendgrid_key", SettingCatalogue.Find("bounce.sendgrid_key"), JsonNode.Parse(json))));

    [Theory]
    [InlineData("bounce.azure", """{"enabled":true,"shared_secret":"","shared_secret_header":"X-Header"}""")]
    [InlineData("security.captcha", """{"altcha":{"enabled":false,"complexity":300000},"hcaptcha":{"enabled":false,"key":"site-key","secret":""}}""")]
    [InlineData("bounce.actions", """{"soft":{"count":2,"action":"none"}}""")]
    [InlineData("app.site_name", "\"\\u2022 lists\"")]
    [InlineData("smtp", """[{"password":"","host":"h","port":25,"email_headers":[]}]""")]
    public void What_is_no_secret_stays(string name, string json)
    {
        JsonNode? value = JsonNode.Parse(json);
        Assert.True(JsonEquality.Same(value, SettingMask.Hide(name, SettingCatalogue.Find(name), value)));
    }

    [Fact]
    public void Blanking_takes_masks_from_secret_places_alone()
    {
        JsonNode? blank = SettingMask.Blank(
            "smtp",
            SettingCatalogue.Find("smtp"),
            JsonNode.Parse("""[{"uuid":"u","username":"••","password":"••••","hello_hostname":null},{"password":"new"}]"""));
        Assert.True(JsonEquality.Same(
            JsonNode.Parse("""[{"uuid":"u","username":"••","password":"","hello_hostname":null},{"password":"new"}]"""), blank));
    }

    [Fact]
    public void The_value_itself_is_not_touched()
    {
        JsonNode value = JsonNode.Parse("""[{"password":"geheim-4711"}]""")!;
        SettingMask.Hide("smtp", SettingCatalogue.Find("smtp"), value);
        Assert.Equal("""[{"password":"geheim-4711"}]""", value.ToJsonString());
    }
}
