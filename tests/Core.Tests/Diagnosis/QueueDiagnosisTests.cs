using ListmonkPS.Core.Tests.TestBench.StandIn;
using ListmonkPS.TestBench.Worlds;

namespace ListmonkPS.Core.Tests.Diagnosis;

/// <summary>Campaigns that hold opt-in mail or settings, from a real server to the ranked checks.</summary>
public sealed class QueueDiagnosisTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("v4.1.0", CheckStatus.Fail)]
    [InlineData("v6.2.0", CheckStatus.Warning)]
    public async Task A_messenger_that_is_stuck_behind_a_campaign_is_named_first(string version, CheckStatus status)
    {
        await using World world = await World.CreateAsync(new WorldOptions { Version = version, Subscribers = 40 }, Cancellation);
        await AddCampaignAsync(world, "2 hours");
        await using WorldSession session = await WorldSession.ConnectAsync(world, Access.Api | Access.Database);
        ListmonkCheck first = (await session.DiagnoseAsync())[0];
        Assert.Equal(("queue.campaign-stuck", status), (first.Id, first.Status));
    }

    [Fact]
    public async Task G26_settings_that_were_saved_while_a_campaign_runs_are_named_first()
    {
        await using World world = await World.CreateAsync(new WorldOptions { Subscribers = 40 }, Cancellation);
        await AddCampaignAsync(world, "1 minute");
        using ApiClient api = new(world);
        await api.PutAsync("/api/settings/app.site_name", "\"Other\"");
        await using WorldSession session = await WorldSession.ConnectAsync(world, Access.Api | Access.Database);
        ListmonkCheck first = (await session.DiagnoseAsync())[0];
        Assert.Equal(("settings.not-loaded", CheckStatus.Fail), (first.Id, first.Status));
        Assert.Contains("Weekly 19", first.Summary, StringComparison.Ordinal);
    }

    private static Task<int> AddCampaignAsync(World world, string still) => world.ExecuteAsync(
        $"""
        INSERT INTO campaigns (uuid, name, subject, from_email, body, messenger, status, to_send, sent, started_at, updated_at)
        VALUES ('3a7d1c52-0c1e-4d1b-9a53-6f1f0a2b1c19', 'Weekly 19', 's', 'a@b.example', '', 'email', 'running', 100, 40, now() - interval '3 hours', now() - interval '{still}')
        """,
        Cancellation);
}
