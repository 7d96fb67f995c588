using System.Net;
using System.Security;
using ListmonkPS.Core.Listmonk.Settings.Catalogue;
using ListmonkPS.Core.Listmonk.Settings.Values;

namespace ListmonkPS.Core.Tests.Listmonk.Settings.Values;

public sealed class SettingConversionTests
{
    private const string Switch = "app.send_optin_confirmation";
    private const string Count = "app.max_send_errors";
    private const string Site = "app.site_name";
    private const string Span = "app.message_sliding_window_duration";
    private const string Schedule = "app.cache_slow_queries_interval";
    private const string Root = "app.root_url";
    private const string From = "app.from_email";
    private const string Lang = "app.lang";
    private const string Provider = "upload.provider";
    private const string Style = "appearance.public.custom_css";

    public static TheoryData<string, object?, string> Taken => new()
    {
        { Switch, true, "true" },
        { Switch, false, "false" },
        { Switch, "true", "true" },
        { Switch, "True", "true" },
        { Switch, "FALSE", "false" },
        { Switch, "$true", "true" },
        { Switch, " $false ", "false" },
        { Count, 0, "0" },
        { Count, 1000, "1000" },
        { Count, 7L, "7" },
        { Count, (byte)7, "7" },
        { Count, (short)7, "7" },
        { Count, 7u, "7" },
        { Count, 7ul, "7" },
        { Count, 7.0, "7" },
        { Count, 7.0f, "7" },
        { Count, 7.00m, "7" },
        { Count, "12", "12" },
        { Count, " 12 ", "12" },
        { Site, "My lists", "\"My lists\"" },
        { Site, "", "\"\"" },
        { Site, "12", "\"12\"" },
        { Site, "\u00C5ngstr\u00F6m \U0001F4EC", "\"\\u00C5ngstr\\u00F6m \\uD83D\\uDCEC\"" },
        { Span, "1h", "\"1h\"" },
        { Span, "1m30s", "\"1m30s\"" },
        { Span, "1.5h", "\"1.5h\"" },
        { Span, "10ms", "\"10ms\"" },
        { Span, "167h", "\"167h\"" },
        { Span, "0s", "\"0s\"" },
        { Schedule, "0 3 * * *", "\"0 3 * * *\"" },
        { Schedule, "*/15 0-6,22 1 1-12/2 0", "\"*/15 0-6,22 1 1-12/2 0\"" },
        { Root, "https://lists.example.org", "\"https://lists.example.org\"" },
        { Root, "https://lists.example.org/", "\"https://lists.example.org\"" },
        { Root, "http://example.org:8080/lists//", "\"http://example.org:8080/lists\"" },
        { From, "news@example.org", "\"news@example.org\"" },
        { From, "News <news@example.org>", "\"News \\u003Cnews@example.org\\u003E\"" },
        { From, "\"News, daily\" <news@example.org>", "\"\\u0022News, daily\\u0022 \\u003Cnews@example.org\\u003E\"" },
        { Lang, "pt-BR", "\"pt-BR\"" },
        { Provider, "s3", "\"s3\"" },
        { Style, "a {\r\n\tcolor: red\n}", "\"a {\\r\\n\\tcolor: red\\n}\"" },
    };

    public static TheoryData<string, object?> Refused => new()
    {
        { Switch, null },
        { Switch, "" },
        { Switch, "yes" },
        { Switch, "on" },
        { Switch, "1" },
        { Switch, 1 },
        { Switch, 0 },
        { Switch, "t" },
        { Switch, new object[] { true } },
        { Count, true },
        { Count, "ten" },
        { Count, "" },
        { Count, "1,000" },
        { Count, "1e3" },
        { Count, "0x10" },
        { Count, 1.5 },
        { Count, 1.5m },
        { Count, double.NaN },
        { Count, double.PositiveInfinity },
        { Count, 1e300 },
        { Count, ulong.MaxValue },
        { Count, decimal.MaxValue },
        { Count, "99999999999999999999" },
        { Count, -1 },
        { "app.concurrency", 0 },
        { "app.message_rate", "0" },
        { Site, null },
        { Site, 12 },
        { Site, true },
        { Site, "two\nlines" },
        { Site, "nul\0" },
        { Site, "esc\u001B[31m" },
        { Site, "half\uD83D" },
        { Site, "\uDCEC" },
        { Span, "5" },
        { Span, 5 },
        { Span, "1d" },
        { Span, "1 h" },
        { Span, "" },
        { Span, "-1h" },
        { Span, "1H" },
        { Span, "h" },
        { Span, "9999999999h" },
        { Schedule, "0 3 * *" },
        { Schedule, "0 3 * * * *" },
        { Schedule, "60 3 * * *" },
        { Schedule, "0 3 * * 7" },
        { Schedule, "0 5-3 * * *" },
        { Schedule, "@daily" },
        { Schedule, "*/0 * * * *" },
        { Schedule, "0 3 * JAN *" },
        { Root, "lists.example.org" },
        { Root, "ftp://lists.example.org" },
        { Root, "/lists" },
        { Root, "" },
        { Root, "https://" },
        { Root, "https://admin:geheim@lists.example.org" },
        { Root, "https://lists.example.org/?a=b" },
        { Root, "https://lists.example.org/#top" },
        { Root, "https://lists.example.org/a b" },
        { From, "nobody" },
        { From, "" },
        { From, "a@b.example, c@d.example" },
        { From, "News, daily <news@example.org>" },
        { From, "News news@example.org" },
        { From, "News <news@example.org> x" },
        { From, "News <news>" },
        { Lang, "" },
        { Lang, "English language" },
        { Provider, "S3" },
        { Provider, "azure" },
        { Style, "a\0b" },
        { Style, "a\u001B[0m" },
    };

    [Theory]
    [MemberData(nameof(Taken))]
    public void A_value_becomes_the_JSON_of_its_key(string name, object? given, string json) =>
        Assert.Equal(json, SettingConversion.Convert(Key(name), given)!.ToJsonString());

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_value_that_may_be_misread_is_refused(string name, object? given)
    {
        Failure failure = FailureOf(name, given);
        Assert.Equal("WrongType", failure.Id);
        Assert.Contains(name, failure.Message, StringComparison.Ordinal);
        Assert.StartsWith("For example: Set-ListmonkSetting " + name, failure.RecommendedAction, StringComparison.Ordinal);
        Assert.DoesNotContain(failure.Message, char.IsControl);
    }

    [Theory]
    [InlineData(Switch, "yes", "app.send_optin_confirmation takes true or false, not \"yes\".", "For example: Set-ListmonkSetting app.send_optin_confirmation $true")]
    [InlineData(Switch, 1, "app.send_optin_confirmation takes true or false, not 1.", "For example: Set-ListmonkSetting app.send_optin_confirmation $true")]
    [InlineData("app.concurrency", 0, "app.concurrency takes a whole number of at least 1, not 0.", "For example: Set-ListmonkSetting app.concurrency 10")]
    [InlineData(Provider, "azure", "upload.provider takes one of: filesystem, s3, not \"azure\".", "For example: Set-ListmonkSetting upload.provider 'filesystem'")]
    [InlineData(Site, null, "app.site_name takes text on one line, not nothing.", "For example: Set-ListmonkSetting app.site_name 'text'")]
    public void The_refusal_says_what_is_wanted_and_gives_an_example(string name, object? given, string message, string action)
    {
        Failure failure = FailureOf(name, given);
        Assert.Equal(message, failure.Message);
        Assert.Equal(action, failure.RecommendedAction);
    }

    [Fact]
    public void An_example_is_taken_by_its_own_key()
    {
        foreach (SettingKey key in SettingCatalogue.Keys.SelectMany(key => key.Members.Prepend(key)).Where(key => key.IsScalar))
        {
            string example = SettingWanted.Of(key).Example.Trim('\'');
            Assert.NotNull(SettingConversion.Convert(key, example));
        }
    }

    [Theory]
    [InlineData(Site, "\u2022\u2022\u2022")]
    [InlineData("bounce.sendgrid_key", "\u2022\u2022\u2022\u2022\u2022\u2022\u2022\u2022")]
    [InlineData(Site, "one \u2022 two")]
    [InlineData(Switch, "\u2022")]
    public void A_masked_value_is_refused(string name, string given) => Assert.Equal("MaskedValue", FailureOf(name, given).Id);

    [Theory]
    [InlineData("smtp")]
    [InlineData("messengers")]
    [InlineData("bounce.actions")]
    public void What_has_members_is_not_set_as_a_whole(string name) => Assert.Equal("SettingNotScalar", FailureOf(name, "x").Id);

    [Fact]
    public void The_value_of_a_secret_is_not_repeated()
    {
        Failure failure = FailureOf("bounce.sendgrid_key", "geheim\n");
        Assert.DoesNotContain("geheim", failure.Message + failure.RecommendedAction + failure.Target, StringComparison.Ordinal);
    }

    private static SettingKey Key(string name) => SettingCatalogue.Find(name)!;

    private static Failure FailureOf(string name, object? given) =>
        Assert.Throws<FailureException>(() => SettingConversion.Convert(Key(name), given)).Failure;

    [Theory]
    [InlineData(Site, "Lists", "\"Lists\"")]
    [InlineData(Switch, "true", "true")]
    public void A_secure_string_is_taken_as_its_text(string name, string text, string json) =>
        Assert.Equal(json, SettingConversion.Convert(Key(name), Secure(text))!.ToJsonString());

    [Fact]
    public void What_somebody_took_for_a_secret_is_not_repeated_whatever_the_key_is()
    {
        Failure failure = FailureOf(Switch, Secure("hunter2"));
        Assert.Equal("WrongType", failure.Id);
        Assert.DoesNotContain("hunter2", failure.Message + failure.RecommendedAction + failure.Target, StringComparison.Ordinal);
    }

    private static SecureString Secure(string text) => new NetworkCredential("", text).SecurePassword;
}
