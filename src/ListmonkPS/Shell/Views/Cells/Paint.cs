using System.Management.Automation;

namespace ListmonkPS.Shell.Views.Cells;

/// <summary>
/// Colours, only from $PSStyle, so that people's own choice counts. The formatter takes them out where PowerShell shows plain text;
/// when the whole output of the process is redirected it would not, so then none are put in.
/// </summary>
internal static class Paint
{
    // PSStyle came with PowerShell 7.2, after the reference library that the cmdlets are built against.
    private static readonly PSObject? Style = Load();

    /// <summary>Red, for failures.</summary>
    public static string Red(string text) => With("BrightRed", text);

    /// <summary>Yellow, for warnings.</summary>
    public static string Yellow(string text) => With("Yellow", text);

    /// <summary>Green, for what is well and for remedies.</summary>
    public static string Green(string text) => With("Green", text);

    /// <summary>Grey, for what was left out.</summary>
    public static string Grey(string text) => With("BrightBlack", text);

    private static string With(string colour, string text)
    {
        if (Style is null || !IsWanted(Style.Properties["OutputRendering"]?.Value?.ToString()))
            return text;
        string? start = PSObject.AsPSObject(Style.Properties["Foreground"].Value).Properties[colour]?.Value as string;
        return start + text + Style.Properties["Reset"]?.Value;
    }

    private static bool IsWanted(string? rendering) => rendering == "Ansi" || (rendering == "Host" && !Console.IsOutputRedirected);

    private static PSObject? Load() =>
        typeof(PSObject).Assembly.GetType("System.Management.Automation.PSStyle")?.GetProperty("Instance")?.GetValue(null) is { } style
            ? PSObject.AsPSObject(style)
            : null;
}
