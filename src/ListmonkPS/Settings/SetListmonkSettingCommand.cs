using System.Collections;
using System.Management.Automation;
using ListmonkPS.Shell;
using ListmonkPS.Shell.Bridge;
using ListmonkPS.Shell.Completion;
using ListmonkPS.Shell.Values;

namespace ListmonkPS;

/// <summary>Changes settings of a listmonk server, all in one write, and leaves every other as it is.</summary>
/// <remarks>
/// The values are checked against the types of the settings before anything is written; when one of them is wrong, or cannot be changed without loss,
/// none is written. listmonk reloads after the change, about a second; the result says whether the value is active yet.
/// </remarks>
[Cmdlet(VerbsCommon.Set, "ListmonkSetting", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = One)]
[OutputType(typeof(ListmonkSettingChange))]
public sealed class SetListmonkSettingCommand : SessionCmdlet
{
    private const string One = "One";
    private const string Several = "Several";

    private readonly Dictionary<ListmonkSession, List<SettingAssignment>> _assignments = [];
    private IReadOnlyList<ListmonkSession>? _default;

    /// <summary>Name of the setting; a member by slashes, such as smtp/primary/port (a block by its name, host, uuid or place).</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = One)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SettingNameCompleter))]
    public string Name { get; set; } = "";

    /// <summary>New value: true or false, a number, text or a list of texts, as the type of the setting wants it; a secret as SecureString.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = One)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(SettingValueCompleter))]
    public object? Value { get; set; }

    /// <summary>Several settings at once: a hashtable of names and values.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = Several)]
    [ValidateNotNullOrEmpty]
    public IDictionary Setting { get; set; } = new Hashtable();

    /// <summary>Insists on one way to write it. Default: the API, and the database where the API cannot do it without loss.</summary>
    [Parameter]
    [ValidateSet(nameof(Access.Api), nameof(Access.Database))]
    public Access Via { get; set; }

    /// <summary>Only stores the values: the server goes on with what it has until it is reloaded. The database alone can do that.</summary>
    [Parameter]
    public SwitchParameter NoReload { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        IEnumerable<SettingAssignment> given = ParameterSetName == Several
            ? Setting.Cast<DictionaryEntry>().Select(entry => new SettingAssignment(entry.Key.ToString() ?? "", PlainObject.Of(entry.Value)))
            : [new SettingAssignment(Name, PlainObject.Of(Value))];
        foreach (ListmonkSession session in Session ?? (_default ??= DefaultSession()))
        {
            if (!_assignments.TryGetValue(session, out List<SettingAssignment>? assignments)) _assignments.Add(session, assignments = []);
            assignments.AddRange(given);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach (ListmonkSession session in _assignments.Keys) Start((work, stop) => RunAsync(session, work, stop));
        base.EndProcessing();
    }

    private protected override async Task RunAsync(ListmonkSession session, Work work, CancellationToken stop)
    {
        SettingChangeOptions options = new() { Via = Via, NoReload = NoReload };
        SettingChangePlan plan = await Core.Settings.PlanAsync(session, _assignments[session], options, work, stop);
        string target = Texts.Format("view.setting-target", session.Name, plan.Names);
        if (await work.ShouldProcessAsync(target, plan.Action, stop))
            await work.EmitAllAsync(await Core.Settings.ApplyAsync(session, plan, work, stop), stop);
    }
}
