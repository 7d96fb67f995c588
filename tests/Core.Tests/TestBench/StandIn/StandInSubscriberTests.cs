using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Versions;
using ListmonkPS.TestBench.Worlds;

namespace ListmonkPS.Core.Tests.TestBench.StandIn;

public sealed class StandInSubscriberTests : StandInTest
{
    public static TheoryData<string> Versions => ListmonkVersions.All;

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task G12_the_subscription_status_counts_only_together_with_a_list(string version)
    {
        await using World world = await WorldAsync(version, WorldHistory.Healthy);
        using ApiClient api = new(world);
        long waiting = await world.ScalarAsync<long>("select count(*) from subscriber_lists where list_id = 1 and status = 'unconfirmed'", Cancel);

        Answer filtered = await api.GetAsync("/api/subscribers?list_id=1&subscription_status=unconfirmed&per_page=all");
        Answer alone = await api.GetAsync("/api/subscribers?subscription_status=unconfirmed&per_page=all");

        Assert.Equal(waiting, (long)filtered.Data!["total"]!);
        Assert.Equal(waiting, filtered.Data!["results"]!.AsArray().Count);
        Assert.All(filtered.Data!["results"]!.AsArray(), IsWaitingOnListOne);
        Quirks quirks = ListmonkVersions.Quirks(version);
        Assert.Equal(quirks.EmptyFilterFails ? 500 : 200, alone.Status);
        if (alone.Status == 200)
            Assert.Equal(quirks.LoneSubscriptionStatusFindsNobody ? 0 : 60, (int?)alone.Json["data"]?["total"]);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task G13_G17_an_empty_answer_is_an_error_or_null_or_an_empty_page(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient api = new(world);
        Quirks quirks = ListmonkVersions.Quirks(version);

        Answer filtered = await api.GetAsync("/api/subscribers?list_id=1&subscription_status=unconfirmed");
        Answer all = await api.GetAsync("/api/subscribers");

        Assert.Equal(quirks.EmptyFilterFails ? 500 : 200, filtered.Status);
        Assert.Equal(200, all.Status);
        Assert.Equal(quirks.NullForEmpty, all.Data!["results"] is null);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task G14_several_lists_repeat_who_is_on_several(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient api = new(world);
        int id = await AddSubscriberAsync(world, "twice@example.org");
        await world.ExecuteAsync($"insert into subscriber_lists (subscriber_id, list_id) values ({id}, 2)", Cancel);

        Answer answer = await api.GetAsync("/api/subscribers?list_id=1&list_id=2");

        Assert.Equal(2, (int)answer.Data!["total"]!);
        Assert.Equal([id, id], answer.Data!["results"]!.AsArray().Select(node => (int)node!["id"]!));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task G15_a_page_is_cut_to_fifty_and_only_all_gives_more(string version)
    {
        await using World world = await WorldAsync(version, WorldHistory.Healthy);
        using ApiClient api = new(world);

        Answer usual = await api.GetAsync("/api/subscribers");
        Answer greedy = await api.GetAsync("/api/subscribers?per_page=1000&page=2&order_by=created_at&order=asc");
        Answer all = await api.GetAsync("/api/subscribers?per_page=all");

        Assert.Equal((20, 20), Size(usual));
        Assert.Equal((50, 10), Size(greedy));
        Assert.Equal((0, 60), Size(all));
        Assert.Equal(51, (int)greedy.Data!["results"]![0]!["id"]!);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task G16_the_query_is_raw_sql_that_cannot_write(string version)
    {
        await using World world = await WorldAsync(version, WorldHistory.Healthy);
        using ApiClient api = new(world);

        Answer some = await api.GetAsync("/api/subscribers?query=" + Uri.EscapeDataString("subscribers.id < 4 and subscribers.status::text <> ''"));
        Answer bad = await api.GetAsync("/api/subscribers?query=" + Uri.EscapeDataString("no such thing"));
        Answer writing = await api.GetAsync("/api/subscribers?query=" + Uri.EscapeDataString("setval('subscribers_id_seq', 1) > 0"));

        Assert.Equal(3, (int)some.Data!["total"]!);
        Assert.Equal((400, 400), (bad.Status, writing.Status));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task G16_sub_selects_on_subscriptions_are_refused_in_some_versions(string version)
    {
        await using World world = await WorldAsync(version, WorldHistory.Healthy);
        using ApiClient api = new(world);
        const string Condition = "not exists (select from subscriber_lists m where m.subscriber_id = subscribers.id)";

        Answer answer = await api.GetAsync("/api/subscribers?query=" + Uri.EscapeDataString(Condition));

        Assert.Equal(ListmonkVersions.Quirks(version).RefusesSubSelects ? 400 : 200, answer.Status);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task One_subscriber_comes_with_his_lists_and_an_unknown_id_is_a_400(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient api = new(world);
        int id = await AddSubscriberAsync(world, "one@example.org");

        JsonNode subscriber = (await api.GetAsync($"/api/subscribers/{id}")).Data!;

        Assert.Equal(("one@example.org", "enabled"), ((string?)subscriber["email"], (string?)subscriber["status"]));
        IsWaitingOnListOne(subscriber);
        Assert.Equal(ListmonkVersions.Quirks(version).HasListStatus, subscriber["lists"]![0]!.AsObject().ContainsKey("status"));
        Assert.EndsWith("Z", (string?)subscriber["created_at"], StringComparison.Ordinal);
        Assert.Equal(400, (await api.GetAsync("/api/subscribers/99999")).Status);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_create_mails_and_a_second_one_is_a_conflict(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient api = new(world);
        JsonNode body = JsonNode.Parse("""{"email": "new@example.org", "name": "New", "lists": [1], "attribs": {"city": "Lagos"}}""")!;

        Answer first = await api.PostAsync("/api/subscribers", body);
        Answer second = await api.PostAsync("/api/subscribers", body);

        Assert.Equal((200, 409), (first.Status, second.Status));
        Assert.Equal("Lagos", (string?)first.Data!["attribs"]!["city"]);
        await MailToAsync(world, "new@example.org");
        Assert.Single(world.Mail.Received);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_preconfirmed_create_and_one_with_the_switch_off_send_nothing(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient api = new(world);

        await CreateAsync(api, """{"email": "sure@example.org", "name": "S", "lists": [1], "preconfirm_subscriptions": true}""");
        await TurnSwitchAsync(world, on: false);
        await CreateAsync(api, """{"email": "off@example.org", "name": "O", "lists": [1]}""");
        await TurnSwitchAsync(world, on: true);
        await CreateAsync(api, """{"email": "on@example.org", "name": "N", "lists": [1]}""");

        await MailToAsync(world, "on@example.org");
        Assert.Single(world.Mail.Received);
        Assert.Equal("confirmed", await SubscriptionAsync(world, "sure@example.org"));
        Assert.Equal("unconfirmed", await SubscriptionAsync(world, "off@example.org"));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task G11_a_member_of_a_single_opt_in_list_is_unconfirmed_and_gets_no_mail(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient api = new(world);

        await CreateAsync(api, """{"email": "single@example.org", "name": "S", "lists": [4]}""");
        await CreateAsync(api, """{"email": "double@example.org", "name": "D", "lists": [1]}""");

        await MailToAsync(world, "double@example.org");
        Assert.Single(world.Mail.Received);
        Assert.Equal("unconfirmed", await SubscriptionAsync(world, "single@example.org", list: 4));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_body_of_the_wrong_types_is_a_400(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient api = new(world);

        Assert.Equal(400, (await CreateAsync(api, """{"email": 5}""")).Status);
        Assert.Equal(400, (await CreateAsync(api, """{"email": "new@example.org", "lists": "1"}""")).Status);
        Assert.Equal(400, (await CreateAsync(api, """{"email": "new@example.org", "lists": [null]}""")).Status);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task G41_list_uuids_count_only_in_the_old_version(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient api = new(world);

        await CreateAsync(api, $$"""{"email": "new@example.org", "name": "New", "list_uuids": ["{{WeeklyLetter}}"]}""");

        Assert.Equal(ListmonkVersions.Quirks(version).HonoursListUuids ? "unconfirmed" : null, await SubscriptionAsync(world, "new@example.org"));
    }

    private static Task<Answer> CreateAsync(ApiClient api, string json) => api.PostAsync("/api/subscribers", JsonNode.Parse(json));

    private static void IsWaitingOnListOne(JsonNode? subscriber)
    {
        JsonNode? membership = subscriber!["lists"]!.AsArray().Single(list => (int)list!["id"]! == 1);
        Assert.Equal("unconfirmed", (string?)membership!["subscription_status"]);
    }

    private static (int PageSize, int Rows) Size(Answer answer) => ((int)answer.Data!["per_page"]!, answer.Data!["results"]!.AsArray().Count);
}
