using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Settings.Addressing;
using ListmonkPS.Core.Listmonk.Settings.Values;
using ListmonkPS.Core.Listmonk.Settings.Writing;

namespace ListmonkPS.Core.Tests.Listmonk.Settings.Writing;

/// <summary>G6 and G7: what is left out is emptied, and what is masked is taken for the secret.</summary>
public sealed class WholeBodyTests
{
    [Fact]
    public void One_member_changes_masks_become_empty_and_all_else_stays()
    {
        JsonObject all = Parse("""
            {
              "app.send_optin_confirmation": false, "app.root_url": "http://x", "app.brand_new": {"a": [1.50, null]},
              "bounce.sendgrid_key": "•••", "upload.s3.aws_access_key_id": "AK", "app.site_name": "•••",
              "smtp": [{"uuid": "u1", "host": " h ", "password": "••••", "from_addresses": null, "brand_new": true}, {"uuid": "u2", "password": ""}],
              "security.captcha": {"hcaptcha": {"key": "k", "secret": "••"}}
            }
            """);
        JsonObject wanted = Parse("""
            {
              "app.send_optin_confirmation": true, "app.root_url": "http://x", "app.brand_new": {"a": [1.50, null]},
              "bounce.sendgrid_key": "", "upload.s3.aws_access_key_id": "AK", "app.site_name": "•••",
              "smtp": [{"uuid": "u1", "host": " h ", "password": "", "from_addresses": null, "brand_new": true}, {"uuid": "u2", "password": ""}],
              "security.captcha": {"hcaptcha": {"key": "k", "secret": ""}}
            }
            """);
        Assert.True(JsonEquality.Same(wanted, WholeBody.Make(all, Change("app.send_optin_confirmation", true))));
    }

    [Fact]
    public void A_secret_that_is_set_goes_as_it_is()
    {
        JsonObject body = WholeBody.Make(Parse("""{"bounce.sendgrid_key": "•••"}"""), Change("bounce.sendgrid_key", "new"));
        Assert.Equal("new", body["bounce.sendgrid_key"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("""{"smtp": [{"password": "••"}, {"password": "••"}]}""", true)]
    [InlineData("""{"smtp": [{"uuid": "", "password": "••"}, {"uuid": null, "password": "••"}]}""", true)]
    [InlineData("""{"messengers": [{"password": "••"}, {"password": "••"}]}""", true)]
    [InlineData("""{"bounce.mailboxes": [{"password": "••"}, {"password": "••"}]}""", true)]
    [InlineData("""{"smtp": [{"password": "••"}, {"password": ""}]}""", true)] // the first would take the empty one of the second
    [InlineData("""{"smtp": [{"password": "••"}]}""", false)] // the only one without uuid takes its own
    [InlineData("""{"smtp": [{"password": "••"}, {"uuid": "u", "password": "••"}]}""", false)]
    [InlineData("""{"smtp": [{"uuid": "u1", "password": "••"}, {"uuid": "u2", "password": "••"}]}""", false)]
    [InlineData("""{"smtp": [{"password": ""}, {"password": ""}]}""", false)]
    [InlineData("""{"smtp": null, "messengers": []}""", false)]
    public void Blocks_that_cannot_be_told_apart_are_refused(string json, bool isRefused)
    {
        FailureException? refusal = Record.Exception(() => WholeBody.Make(Parse(json), Change("app.send_optin_confirmation", true))) as FailureException;
        Assert.Equal(isRefused ? "SettingWouldLoseSecret" : null, refusal?.Failure.Id);
    }

    private static IReadOnlyList<PlannedRow> Change(string name, JsonNode value)
    {
        SettingTarget target = SettingTarget.Of(name);
        return [new PlannedRow(target.Key!, [new SettingEdit(target, null, value, true)], null)];
    }

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
