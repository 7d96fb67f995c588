using System.Text.Json;
using System.Text.Json.Nodes;
using ListmonkPS.Core.Audit.Baselines;
using ListmonkPS.Core.Listmonk.Settings.Catalogue;
using ListmonkPS.Core.Listmonk.Settings.Comparing;
using ListmonkPS.Core.Listmonk.Settings.Values;

namespace ListmonkPS.Core.Audit.Comparing;

/// <summary>Judges a difference by what the current value may do to opt-in: a switch that is now as it should be is good to know, however much it mattered.</summary>
/// <param name="difference">The difference.</param>
/// <param name="state">In what way.</param>
/// <param name="current">The settings that were looked at.</param>
internal sealed class DifferenceSeverity(MemberDifference difference, SettingDifferenceState state, SettingBaseline current)
{
    private const string Enabled = "enabled";

    private readonly string[] _steps = difference.Name.Split('/');

    /// <summary>The severity.</summary>
    public CheckSeverity Judge()
    {
        if (state == SettingDifferenceState.Unknown || difference.Leaf is not { } leaf || !leaf.ExistsIn(current.Version)) return CheckSeverity.Info;
        if (_steps is [SettingKeys.Smtp, _, ..]) return OfSmtp(leaf);
        bool isSwitch = leaf.Type == SettingValueType.Boolean || state == SettingDifferenceState.Removed;
        return IsHarmless(leaf) ? CheckSeverity.Info
            : leaf.OptIn == OptInEffect.StopsAll && isSwitch ? CheckSeverity.Critical
            : OfEffect(leaf.OptIn);
    }

    /// <summary>A server that is switched off does no harm by its other members; a mail goes to one of the enabled ones by chance (G29).</summary>
    private CheckSeverity OfSmtp(SettingKey leaf)
    {
        JsonObject[] blocks = [.. (current.Settings.GetValueOrDefault(SettingKeys.Smtp) as JsonArray ?? []).OfType<JsonObject>()];
        int enabled = blocks.Count(IsEnabled);
        if (enabled == 0) return CheckSeverity.Critical;
        bool isNowUsed = _steps.Length == 2 ? IsEnabled(difference.Right) : IsEnabled(BlockPairs.Find(current.Settings[SettingKeys.Smtp], _steps[1]));
        if (_steps.Length == 2 || _steps[2] == Enabled) return difference.IsRightThere && isNowUsed && enabled == 1 ? CheckSeverity.Info
            : difference.IsLeftThere || isNowUsed ? CheckSeverity.Medium
            : CheckSeverity.Info;
        return !isNowUsed || IsHarmless(leaf) ? CheckSeverity.Info : OfEffect(leaf.OptIn);
    }

    private static CheckSeverity OfEffect(OptInEffect effect) => effect switch
    {
        OptInEffect.StopsAll => CheckSeverity.High,
        OptInEffect.StopsSome => CheckSeverity.Medium,
        OptInEffect.Weakens => CheckSeverity.Low,
        _ => CheckSeverity.Info,
    };

    /// <summary>A switch in its usual position, and a list of restrictions that is empty.</summary>
    private bool IsHarmless(SettingKey leaf) => difference.IsRightThere && leaf.Type is SettingValueType.Boolean or SettingValueType.StringArray
        && leaf.DefaultIn(current.Version) is { } usual && JsonEquality.Same(usual, difference.Right);

    private static bool IsEnabled(JsonNode? block) => (block as JsonObject)?[Enabled]?.GetValueKind() == JsonValueKind.True;
}
