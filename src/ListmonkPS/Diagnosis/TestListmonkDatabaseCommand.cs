using System.Management.Automation;
using ListmonkPS.Shell;
using ListmonkPS.Shell.Bridge;

namespace ListmonkPS;

/// <summary>Tests the database of a listmonk server: reach, rights, migrations, connections, locks, tables, numbers, room, and whether sign-ups are stored.</summary>
/// <remarks>
/// It reads only, in one short transaction: the catalogues of PostgreSQL, and of the tables no more than the newest thousand subscribers. A role that may only read
/// the tables of listmonk is enough; what it may not see is Skipped, with the right that it needs.
/// </remarks>
[Cmdlet(VerbsDiagnostic.Test, "ListmonkDatabase")]
[OutputType(typeof(DatabaseTest), typeof(bool))]
public sealed class TestListmonkDatabaseCommand : SessionCmdlet
{
    private int _asked;
    private int _sound;

    /// <summary>Returns true when no aspect failed on any of the servers, else false.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        if (Quiet)
            WriteObject(_asked > 0 && _sound == _asked);
    }

    private protected override async Task RunAsync(ListmonkSession session, Work work, CancellationToken stop)
    {
        Interlocked.Increment(ref _asked);
        IReadOnlyList<DatabaseTest> tests = await Core.Databases.TestAsync(session, work, stop);
        if (tests.All(test => test.Status is not (CheckStatus.Fail or CheckStatus.Error)))
            Interlocked.Increment(ref _sound);
        if (!Quiet)
            await work.EmitAllAsync(tests, stop);
    }
}
