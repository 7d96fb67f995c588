using System.Management.Automation;
using ListmonkPS.Shell;
using ListmonkPS.Shell.Bridge;
using ListmonkPS.Shell.Completion;

namespace ListmonkPS;

/// <summary>Changes one setting of a listmonk server and leaves every other as it is.</summary>
/// <remarks>
/// The value is checked against the type of the setting before anything is written. listmonk reloads after the change, about a second; the result
/// says whether the value is active yet. When it cannot be done without loss it is refused.
/// </remarks>
[Cmdlet(VerbsCommon.Set, "ListmonkSetting", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(ListmonkSettingChange))]
public sealed class SetListmonkSettingCommand : SessionCmdlet
{
    /// <summary>Name of the setting.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SettingNameCompleter))]
    public string Name { get; set; } = "";

    /// <summary>New value: true or false, a number or text, as the type of the setting wants it; a secret as SecureString.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(SettingValueCompleter))]
    public object? Value { get; set; }

    /// <summary>Insists on one way to write it. Default: the API, and the database where the API cannot do it without loss.</summary>
    [Parameter]
    [ValidateSet(nameof(Access.Api), nameof(Access.Database))]
    public Access Via { get; set; }

    private protected override async Task RunAsync(ListmonkSession session, Work work, CancellationToken stop)
    {
        SettingChangePlan plan = await Core.Settings.PlanAsync(session, Name, Plain(Value), Via, work, stop);
        string target = Texts.Format("view.setting-target", session.Name, plan.Name);
        if (await work.ShouldProcessAsync(target, plan.Action, stop))
            await work.EmitAsync(await Core.Settings.ApplyAsync(session, plan, work, stop), stop);
    }

    /// <summary>The value as Core takes it: without PowerShell's wrapper.</summary>
    private static object? Plain(object? value) => value switch
    {
        PSObject wrapped when wrapped.BaseObject != wrapped => Plain(wrapped.BaseObject),
        object?[] items => Array.ConvertAll(items, Plain),
        _ => value,
    };
}
