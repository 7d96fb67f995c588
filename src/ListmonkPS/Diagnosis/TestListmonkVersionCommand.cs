using System.Management.Automation;
using ListmonkPS.Shell;
using ListmonkPS.Shell.Bridge;

namespace ListmonkPS;

/// <summary>Tests the version that a server runs: known defects that touch opt-in, with what makes them bite here, and where it stands among the releases.</summary>
/// <remarks>
/// It reads only: the version, the settings and counts of people. It names the release to go to, and never one that brings another defect which stops opt-in mail,
/// as v5.0.0 to v5.0.2 would. It asks nobody on the internet: newer releases come from LatestVersion or FeedPath.
/// </remarks>
[Cmdlet(VerbsDiagnostic.Test, "ListmonkVersion")]
[OutputType(typeof(VersionTest))]
public sealed class TestListmonkVersionCommand : SessionCmdlet
{
    private string? _feed;

    /// <summary>The newest release, such as v6.3.0. Default: the newest that this module knows.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? LatestVersion { get; set; }

    /// <summary>File with the releases as GitHub lists them, in JSON: an array of objects with tag_name and published_at.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? FeedPath { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => _feed = FeedPath is null ? null : FileOf(FeedPath);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (FeedPath is null || _feed is not null)
            base.ProcessRecord();
    }

    private protected override async Task RunAsync(ListmonkSession session, Work work, CancellationToken stop)
    {
        VersionTestRequest request = new() { LatestVersion = LatestVersion, FeedPath = _feed };
        await work.EmitAllAsync(await Core.Versions.TestAsync(session, request, work, stop), stop);
    }
}
