using Npgsql;

namespace ListmonkPS.Core.Resend.Patience;

/// <summary>Repeats what failed because the database, or listmonk, was away for a moment: a restart must not end a run. Only for work that may be done twice.</summary>
/// <param name="time">Clock.</param>
/// <param name="bound">How long it may be away.</param>
internal sealed class ServerPatience(TimeProvider time, TimeSpan bound)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    /// <summary>Does work, again and again where need be.</summary>
    /// <param name="work">The work; told how often it was tried before.</param>
    /// <param name="cancellation">Ends the pauses.</param>
    /// <exception cref="FailureException">It failed for another reason, or the bound has passed.</exception>
    public async Task<T> RunAsync<T>(Func<int, Task<T>> work, CancellationToken cancellation)
    {
        long began = time.GetTimestamp();
        TimeSpan pause = FirstPause;
        for (int tried = 0; ; tried++)
        {
            try
            {
                return await work(tried);
            }
            catch (FailureException exception) when (IsPassing(exception) && time.GetElapsedTime(began) < bound)
            {
                await Task.Delay(pause, time, cancellation);
                pause = pause + pause < LongestPause ? pause + pause : LongestPause;
            }
        }
    }

    /// <summary>True for a database that is away or busy, or an API that is away or whose database is (a late one may be asked too much); by id and SQLSTATE, never by words.</summary>
    private static bool IsPassing(FailureException exception) => exception.Failure.Id is nameof(DatabaseFailures.DatabaseUnreachable)
        or nameof(DatabaseFailures.DatabaseWriteInDoubt) or nameof(DatabaseFailures.DatabaseTimeout)
        or nameof(ConnectionFailures.ApiFailed)
        || exception.Failure is { Id: nameof(ConnectionFailures.ApiUnreachable), Category: FailureCategory.ConnectionError }
        || exception.InnerException is PostgresException
        {
            SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.AdminShutdown
            or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow
        };
}
