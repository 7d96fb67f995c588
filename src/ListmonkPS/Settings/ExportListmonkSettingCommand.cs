using System.Management.Automation;
using ListmonkPS.Shell;
using ListmonkPS.Shell.Bridge;

namespace ListmonkPS;

/// <summary>Writes the settings of a listmonk server to a file as a baseline, without secrets.</summary>
/// <remarks>
/// The file is JSON that differs only where settings do, so that it can be kept under version control. In place of a secret it holds a keyed hash, when the
/// session has a database, or else its length. Compare-ListmonkSetting compares a server with it.
/// </remarks>
[Cmdlet(VerbsData.Export, "ListmonkSetting", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low, DefaultParameterSetName = nameof(Path))]
[OutputType(typeof(FileInfo))]
public sealed class ExportListmonkSettingCommand : SessionCmdlet
{
    private readonly HashSet<ListmonkSession> _sessions = [];
    private IReadOnlyList<ListmonkSession>? _default;

    /// <summary>The file; or an existing folder, in which each server gets a file that is named after its session.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = nameof(Path))]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>As -Path, taken exactly as it is.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(LiteralPath))]
    [Alias("PSPath", "LP")]
    [ValidateNotNullOrEmpty]
    public string LiteralPath { get; set; } = "";

    /// <summary>Leaves a file that is there already as it is, with an error.</summary>
    [Parameter]
    [Alias("NoOverwrite")]
    public SwitchParameter NoClobber { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => _sessions.UnionWith(Session ?? (_default ??= DefaultSession()));

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (FileOf(Path.Length > 0 ? Path : LiteralPath) is { } path) Export(path);
        base.EndProcessing();
    }

    private protected override Task RunAsync(ListmonkSession session, Work work, CancellationToken stop) => Task.CompletedTask;

    private void Export(string path)
    {
        if (_sessions.Count > 1 && !Directory.Exists(path))
        {
            WriteFailure(AuditFailures.BaselineForSeveral(path));
            return;
        }

        BaselineTarget target = new(path, NoClobber);
        foreach (ListmonkSession session in _sessions.Where(session => ShouldProcess(path, Texts.Format("view.export-action", session.Name))))
            Start(async (work, stop) => await work.EmitAsync(new FileInfo(await Core.Audit.ExportAsync(session, target, work, stop)), stop));
    }
}
