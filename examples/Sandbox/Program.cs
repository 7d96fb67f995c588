using ListmonkPS.Sandbox;
using ListmonkPS.TestBench.Worlds;

// The whole story on a disposable world, through the real module in a real pwsh. With --serve the world stays up instead.
using CancellationTokenSource stop = new();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

if (args is not ([] or ["--serve"]))
{
    await Console.Error.WriteLineAsync("Usage: dotnet run --project examples/Sandbox [-- --serve]");
    return 2;
}

try
{
    await using World world = await SandboxWorld.CreateAsync(stop.Token);
    return args is ["--serve"] ? await Serve.RunAsync(world, stop.Token) : await Story.TellAsync(world, stop.Token);
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return 130;
}
