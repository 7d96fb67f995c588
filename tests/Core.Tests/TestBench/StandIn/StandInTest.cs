using ListmonkPS.TestBench.Mail;
using ListmonkPS.TestBench.Worlds;

namespace ListmonkPS.Core.Tests.TestBench.StandIn;

/// <summary>What all tests of the stand-in share: a world of a version, its lists, a wait for mail.</summary>
public abstract class StandInTest
{
    /// <summary>Public double opt-in list of a lived-in world.</summary>
    protected const string WeeklyLetter = "3a7d1c52-0c1e-4d1b-9a53-6f1f0a2b1c01";

    /// <summary>Another one.</summary>
    protected const string ProductNews = "3a7d1c52-0c1e-4d1b-9a53-6f1f0a2b1c02";

    /// <summary>Private double opt-in list.</summary>
    protected const string Members = "3a7d1c52-0c1e-4d1b-9a53-6f1f0a2b1c03";

    /// <summary>Private single opt-in list.</summary>
    protected const string ShopCustomers = "3a7d1c52-0c1e-4d1b-9a53-6f1f0a2b1c04";

    private static readonly TimeSpan MailTimeout = TimeSpan.FromMinutes(1);

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected static Task<World> WorldAsync(string version, WorldHistory history = WorldHistory.Empty) =>
        World.CreateAsync(
            new WorldOptions
            {
                Version = version,
                History = history,
                Subscribers = 60,
                ReloadDelay = TimeSpan.FromMilliseconds(5),
                Downtime = TimeSpan.Zero,
            },
            Cancel);

    /// <summary>Waits for the mail to an address.</summary>
    protected static Task<ReceivedMail> MailToAsync(World world, string email) =>
        world.Mail.WaitForAsync(mail => mail.To.Contains(email), MailTimeout, Cancel);

    /// <summary>Waits for a line of the server's log.</summary>
    protected static Task LoggedAsync(World world, string text) =>
        Eventually.HoldsAsync($"'{text}' is in the log", () => world.Server.Log.Any(line => line.Contains(text, StringComparison.Ordinal)));

    /// <summary>Turns the switch by SQL and lets the server load it.</summary>
    protected static Task TurnSwitchAsync(World world, bool on) => SetByHandAsync(world, "app.send_optin_confirmation", on ? "true" : "false");

    /// <summary>Writes a row by SQL and lets the server load it.</summary>
    protected static async Task SetByHandAsync(World world, string key, string json)
    {
        await world.ExecuteAsync($"update settings set value = '{json}' where key = '{key}'", Cancel);
        await world.Server.ReloadAsync(Cancel);
    }

    /// <summary>Changes a member of the enabled SMTP block by SQL and lets the server load it.</summary>
    protected static async Task SetSmtpAsync(World world, string member, string json)
    {
        await world.ExecuteAsync($"update settings set value = jsonb_set(value, '{{0,{member}}}', '{json}') where key = 'smtp'", Cancel);
        await world.Server.ReloadAsync(Cancel);
    }

    /// <summary>A subscriber put in by SQL; gives his id.</summary>
    protected static Task<int> AddSubscriberAsync(
        World world, string email, int list = 1, string subscription = "unconfirmed", string status = "enabled") =>
        world.ScalarAsync<int>(
            $"""
            with person as (insert into subscribers (uuid, email, name, status)
                values (gen_random_uuid(), '{email}', 'Some Body', '{status}') returning id)
            insert into subscriber_lists (subscriber_id, list_id, status) select id, {list}, '{subscription}' from person returning subscriber_id
            """,
            Cancel);

    /// <summary>Status of a person's subscription; null when there is none.</summary>
    protected static Task<string?> SubscriptionAsync(World world, string email, int list = 1) => world.ScalarAsync<string>(
        $"""
        select m.status::text from subscriber_lists m join subscribers s on s.id = m.subscriber_id
        where s.email = '{email}' and m.list_id = {list}
        """,
        Cancel);
}
