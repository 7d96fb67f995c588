using ListmonkPS.Core.Listmonk.Versions;
using ListmonkPS.TestBench.Worlds;

namespace ListmonkPS.Core.Tests.TestBench.StandIn;

public sealed class StandInConfirmTests : StandInTest
{
    private const string Reader = "reader@example.org";

    public static TheoryData<string> Versions => ListmonkVersions.All;

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task G34_opening_the_link_only_asks_and_a_post_confirms(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient visitor = ApiClient.Visitor(world.Uri);
        string link = await LinkAsync(world) + $"?l={WeeklyLetter}";

        Answer asked = await visitor.GetAsync(link);
        Answer unsure = await visitor.PostFormAsync(link);
        string? between = await SubscriptionAsync(world, Reader);
        Answer confirmed = await visitor.PostFormAsync(link, ("confirm", "true"));
        Answer again = await visitor.PostFormAsync(link, ("confirm", "true"));

        Assert.Contains("<title>Confirm -", asked.Text, StringComparison.Ordinal);
        Assert.Contains("<title>Confirm -", unsure.Text, StringComparison.Ordinal);
        Assert.Contains("<title>Confirmed", confirmed.Text, StringComparison.Ordinal);
        Assert.Contains("<title>No subscriptions", again.Text, StringComparison.Ordinal);
        Assert.Equal(("unconfirmed", "confirmed"), (between, await SubscriptionAsync(world, Reader)));
        Assert.True(await world.ScalarAsync<bool>("select updated_at > created_at from subscriber_lists", Cancel));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task G34_confirming_without_a_list_changes_nothing_before_the_version_that_confirms_all(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient visitor = ApiClient.Visitor(world.Uri);
        Quirks quirks = ListmonkVersions.Quirks(version);

        Answer answer = await visitor.PostFormAsync(await LinkAsync(world), ("confirm", "true"));

        Assert.Contains("<title>Confirmed", answer.Text, StringComparison.Ordinal);
        Assert.Equal(quirks.ConfirmsWithoutList ? "confirmed" : "unconfirmed", await SubscriptionAsync(world, Reader));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_get_with_confirm_in_it_confirms_in_every_version(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient visitor = ApiClient.Visitor(world.Uri);

        await visitor.GetAsync(await LinkAsync(world) + $"?l={WeeklyLetter}&confirm=true");

        Assert.Equal("confirmed", await SubscriptionAsync(world, Reader));
    }

    [Theory]
    [InlineData("update settings set value = 'false' where key = 'app.show_optin_page'")]
    [InlineData("delete from settings where key = 'app.show_optin_page'")]
    public async Task G35_with_the_page_off_or_its_row_missing_any_get_confirms(string sql)
    {
        await using World world = await WorldAsync("v6.2.0");
        using ApiClient visitor = ApiClient.Visitor(world.Uri);
        await world.ExecuteAsync(sql, Cancel);
        await world.Server.ReloadAsync(Cancel);

        await visitor.GetAsync(await LinkAsync(world) + $"?l={WeeklyLetter}");

        Assert.Equal("confirmed", await SubscriptionAsync(world, Reader));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task An_unsubscribed_list_is_confirmed_along_with_a_waiting_one_but_not_alone(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient visitor = ApiClient.Visitor(world.Uri);
        string link = await LinkAsync(world);
        await world.ExecuteAsync("insert into subscriber_lists (subscriber_id, list_id, status) select id, 2, 'unsubscribed' from subscribers", Cancel);

        Answer alone = await visitor.PostFormAsync($"{link}?l={ProductNews}", ("confirm", "true"));
        string? afterAlone = await SubscriptionAsync(world, Reader, 2);
        await visitor.PostFormAsync($"{link}?l={ProductNews}&l={WeeklyLetter}", ("confirm", "true"));

        Assert.Contains("<title>No subscriptions", alone.Text, StringComparison.Ordinal);
        Assert.Equal(("unsubscribed", "confirmed"), (afterAlone, await SubscriptionAsync(world, Reader, 2)));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Wrong_links_get_the_status_that_fits(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient visitor = ApiClient.Visitor(world.Uri);
        string link = await LinkAsync(world);

        Assert.Equal(404, (await visitor.GetAsync($"/subscription/optin/{Guid.NewGuid()}")).Status);
        Assert.Equal(400, (await visitor.GetAsync("/subscription/optin/not-a-uuid")).Status);
        Assert.Equal(400, (await visitor.GetAsync($"{link}?l=not-a-uuid")).Status);
        Assert.Equal(404, (await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Head, link))).Status);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task The_address_of_who_confirms_is_kept_when_asked_for(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient visitor = ApiClient.Visitor(world.Uri);
        await SetByHandAsync(world, "privacy.record_optin_ip", "true");

        await visitor.PostFormAsync(await LinkAsync(world) + $"?l={WeeklyLetter}", ("confirm", "true"));

        Assert.Equal("127.0.0.1", await world.ScalarAsync<string>("select meta->>'optin_ip' from subscriber_lists", Cancel));
    }

    /// <summary>Adds a waiting reader and gives the path of his link, without lists.</summary>
    private static async Task<string> LinkAsync(World world)
    {
        await AddSubscriberAsync(world, Reader);
        return $"/subscription/optin/{await world.ScalarAsync<Guid>("select uuid from subscribers", Cancel)}";
    }
}
