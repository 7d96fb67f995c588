using ListmonkPS.TestBench.Worlds;

namespace ListmonkPS.Sandbox;

/// <summary>The world of the story: a listmonk v6.2.0 with 2,000 subscribers whose opt-in mails were switched off three weeks ago.</summary>
internal static class SandboxWorld
{
    public static Task<World> CreateAsync(CancellationToken cancellation) => World.CreateAsync(
        new WorldOptions { Version = "v6.2.0", History = WorldHistory.SwitchOff, Subscribers = 2000, ReloadDelay = TimeSpan.FromMilliseconds(500) },
        cancellation);
}
