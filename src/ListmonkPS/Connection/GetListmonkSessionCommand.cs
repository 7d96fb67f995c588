using System.Management.Automation;
using ListmonkPS.Shell;
using ListmonkPS.Shell.Completion;
using ListmonkPS.Shell.Sessions;

namespace ListmonkPS;

/// <summary>Lists the sessions of this PowerShell session, in the order in which they were connected.</summary>
/// <remarks>It asks no server: what a session shows is what was found when it was connected. Nothing is changed.</remarks>
[Cmdlet(VerbsCommon.Get, "ListmonkSession")]
[OutputType(typeof(ListmonkSession))]
public sealed class GetListmonkSessionCommand : ListmonkCmdlet
{
    /// <summary>Names of sessions; wildcards work. Default: all.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(SessionCompleter))]
    public string[] Name { get; set; } = ["*"];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        SessionTable table = SessionTable.OfRunspace();
        HashSet<ListmonkSession> wanted = [];
        foreach (string name in Name)
        {
            IReadOnlyList<ListmonkSession> found = table.Find(name);
            wanted.UnionWith(found);
            if (found.Count == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
                WriteFailure(ShellFailures.SessionNotFound(name));
        }

        WriteObject(table.All.Where(wanted.Contains), enumerateCollection: true);
    }
}
