using System.Management.Automation;
using ListmonkPS.Shell;
using ListmonkPS.Shell.Bridge;
using ListmonkPS.Shell.Completion;
using ListmonkPS.Shell.Sessions;

namespace ListmonkPS;

/// <summary>Compares the settings of a listmonk server with a baseline, with another server, or with a fresh installation.</summary>
/// <remarks>
/// It reads only, and emits nothing when nothing differs. Servers of a list are matched by uuid, name or host. The severity says what the current value may
/// do to opt-in. Secrets are compared by keyed hash, which needs the database on both sides; else their state is Unknown.
/// </remarks>
[Cmdlet(VerbsData.Compare, "ListmonkSetting", DefaultParameterSetName = nameof(BaselinePath))]
[OutputType(typeof(ListmonkSettingDifference))]
public sealed class CompareListmonkSettingCommand : SessionCmdlet
{
    private ComparisonReference? _reference;

    /// <summary>A file that Export-ListmonkSetting has written.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = nameof(BaselinePath))]
    [ValidateNotNullOrEmpty]
    public string BaselinePath { get; set; } = "";

    /// <summary>Another server: a session or its name.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(ReferenceSession))]
    [SessionTransformation]
    [ArgumentCompleter(typeof(SessionCompleter))]
    [ValidateCount(1, 1)]
    public ListmonkSession[] ReferenceSession { get; set; } = [];

    /// <summary>A fresh installation of the server's version, as far as its values are known.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(Default))]
    public SwitchParameter Default { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (ParameterSetName != nameof(BaselinePath)) _reference = new ComparisonReference(null, ReferenceSession.FirstOrDefault());
        else if (FileOf(BaselinePath) is { } path) _reference = new ComparisonReference(path);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (_reference is not null) base.ProcessRecord();
    }

    private protected override async Task RunAsync(ListmonkSession session, Work work, CancellationToken stop) =>
        await work.EmitAllAsync(await Core.Audit.CompareAsync(session, _reference!, work, stop), stop);
}
