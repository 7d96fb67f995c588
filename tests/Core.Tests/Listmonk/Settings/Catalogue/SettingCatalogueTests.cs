using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Settings.Catalogue;
using ListmonkPS.Core.Listmonk.Settings.Values;
using ListmonkPS.Core.Listmonk.Versions;
using ListmonkPS.Core.Tests.Listmonk.Settings.Bench;

namespace ListmonkPS.Core.Tests.Listmonk.Settings.Catalogue;

public sealed class SettingCatalogueTests
{
    public static TheoryData<string> Names => [.. All.Select(key => key.TextName)];

    private static IEnumerable<SettingKey> All => SettingCatalogue.Keys.SelectMany(WithMembers);

    [Fact]
    public void It_has_every_key_of_the_contract() => Assert.Equal(73, SettingCatalogue.Keys.Count);

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_key_has_a_sentence_of_its_own(string name)
    {
        string sentence = Find(name).Description;
        Assert.EndsWith(".", sentence, StringComparison.Ordinal);
        Assert.Single(All, key => key.Description == sentence);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_default_has_the_type_of_its_key(string name)
    {
        SettingKey key = Find(name);
        Assert.True(SettingShape.Fits(key, key.Default), "default");
        Assert.True(SettingShape.Fits(key, key.Earlier?.Default), "earlier default");
    }

    /// <summary>The default of logo and icon addresses and the like is empty: what listmonk installs must not be refused when it is set again.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Every_scalar_default_may_be_set(string name)
    {
        SettingKey key = Find(name);
        if (!key.IsScalar || key.Default is null) return;
        Assert.True(JsonEquality.Same(key.Default, SettingConversion.Convert(key, PlainValue.Of(key.Default))));
    }

    [Theory]
    [InlineData("v3.0.0", "app.show_optin_page", false)]
    [InlineData("v6.1.0", "app.show_optin_page", false)]
    [InlineData("v6.2.0", "app.show_optin_page", true)]
    [InlineData("v2.5.1", "app.cache_slow_queries", false)]
    [InlineData("v3.0.0", "app.cache_slow_queries", true)]
    [InlineData("v5.0.2", "security.enable_captcha", true)]
    [InlineData("v5.1.0", "security.enable_captcha", false)]
    [InlineData("v5.0.2", "security.captcha", false)]
    [InlineData("v5.1.0", "security.captcha", true)]
    [InlineData("v5.1.0", "security.cors_origins", false)]
    [InlineData("v6.1.0", "security.cors_origins", true)]
    [InlineData("v6.2.0", "security.cors_origins", false)]
    [InlineData("v6.2.0", "app.send_optin_confirmation", true)]
    [InlineData("v2.5.1", "app.send_optin_confirmation", true)]
    public void Keys_come_and_go_with_versions(string version, string name, bool exists) =>
        Assert.Equal(exists, SettingCatalogue.Find(name)!.ExistsIn(ListmonkVersion.Parse(version)));

    [Theory]
    [InlineData("v2.5.1", "upload.s3.expiry", "\"14d\"")]
    [InlineData("v3.0.0", "upload.s3.expiry", "\"167h\"")]
    [InlineData("v4.1.0", "app.notify_emails", null)]
    [InlineData("v5.0.0", "app.notify_emails", "[]")]
    [InlineData("v3.0.0", "app.send_optin_confirmation", "true")]
    public void Defaults_are_those_of_the_version(string version, string name, string? json)
    {
        JsonNode? value = SettingCatalogue.Find(name)!.DefaultIn(ListmonkVersion.Parse(version));
        Assert.Equal(json, value?.ToJsonString());
    }

    [Fact]
    public void Names_are_found_in_any_case() =>
        Assert.Equal("app.send_optin_confirmation", SettingCatalogue.Find("APP.Send_OptIn_Confirmation")?.Name);

    [Fact]
    public void The_row_of_migrations_is_no_setting() => Assert.Null(SettingCatalogue.Find("migrations"));

    /// <summary>The stand-in's own list of fields was written down apart from the catalogue: one proves the other, members too.</summary>
    [Theory]
    [InlineData("v3.0.0")]
    [InlineData("v6.2.0")]
    public async Task Members_are_those_that_the_server_shows(string version)
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync(version);
        SettingReading byApi = await bench.ReadAsync(bench.Session(Access.Api), "*/*", "*/*/*");
        Assert.All(byApi.Settings, setting => Assert.NotEqual(SettingValueType.Unknown, setting.Type));
        string[] shown = [.. byApi.Settings.Select(setting => setting.Name.Split('/') is [{ } key, _, { } member] && SettingCatalogue.Find(key)!.Type == SettingValueType.ObjectArray ? $"{key}/0/{member}" : setting.Name).Distinct()];
        IEnumerable<string> known = bench.Door.Known.Where(setting => setting.Name.Contains('/', StringComparison.Ordinal)
            && !(setting.Since is not null && ListmonkVersion.Parse(setting.Since).CompareTo(ListmonkVersion.Parse(version)) > 0)
            && SettingCatalogue.Find(setting.Name.Split('/')[0])!.ExistsIn(ListmonkVersion.Parse(version))).Select(setting => setting.Name);
        Assert.Empty(known.Except(shown));
    }

    private static SettingKey Find(string name) => All.Single(key => key.TextName == name);

    private static IEnumerable<SettingKey> WithMembers(SettingKey key) => key.Members.SelectMany(WithMembers).Prepend(key);
}
