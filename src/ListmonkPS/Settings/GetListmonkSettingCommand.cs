using System.Management.Automation;
using ListmonkPS.Shell;
using ListmonkPS.Shell.Bridge;
using ListmonkPS.Shell.Completion;

namespace ListmonkPS;

/// <summary>Reads settings of a listmonk server: value, type, default and meaning. Secrets are masked.</summary>
/// <remarks>It reads only: by the API where the session has it, else from the database.</remarks>
[Cmdlet(VerbsCommon.Get, "ListmonkSetting")]
[OutputType(typeof(ListmonkSetting))]
public sealed class GetListmonkSettingCommand : SessionCmdlet
{
    /// <summary>Names of settings; wildcards work. Default: all.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(SettingNameCompleter))]
    public string[] Name { get; set; } = [];

    private protected override async Task RunAsync(ListmonkSession session, Work work, CancellationToken stop)
    {
        SettingReading reading = await Core.Settings.ReadAsync(session, Name, work, stop);
        await work.EmitAllAsync(reading.Settings, stop);
        foreach (Failure failure in reading.Failures)
            work.Fail(failure);
    }
}
