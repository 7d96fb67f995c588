using ListmonkPS.Core.Listmonk.Settings.Reading;

namespace ListmonkPS.Core.Listmonk.Settings.Changing;

/// <summary>Reads the settings after a write. It goes on for a moment when the change is cancelled: what is stored by then has to be told.</summary>
internal sealed class ReadBack(SettingAccess access, string name)
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(10);

    /// <summary>Once cancelled: Ctrl+C is to be obeyed within a second.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(900);

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    /// <summary>The settings as they are stored now, from the same source as before.</summary>
    /// <exception cref="FailureException">SettingNotReadBack.</exception>
    public async Task<SettingSnapshot> ReadAsync(Access source, CancellationToken cancellation)
    {
        TimeProvider time = access.Server.Time;
        using CancellationTokenSource bound = new(Bound, time);
        await using CancellationTokenRegistration shortened = cancellation.Register(() => bound.CancelAfter(Grace));
        Failure? trouble = null;
        try
        {
            while (true)
            {
                try
                {
                    return source == Access.Database
                        ? await SettingReader.FromDatabaseAsync(access, bound.Token)
                        : await SettingReader.FromApiAsync(access, bound.Token);
                }
                catch (FailureException exception)
                {
                    trouble = exception.Failure; // a server that has just come back may refuse its first calls
                }

                await Task.Delay(Interval, time, bound.Token);
            }
        }
        catch (OperationCanceledException exception) when (bound.IsCancellationRequested)
        {
            string reason = trouble?.Message ?? Texts.Format("failure.SettingNotReadBack.late");
            throw new FailureException(SettingFailures.SettingNotReadBack(name, reason), exception);
        }
    }
}
