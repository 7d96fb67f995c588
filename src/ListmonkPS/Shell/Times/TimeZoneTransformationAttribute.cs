using System.Management.Automation;

namespace ListmonkPS.Shell.Times;

/// <summary>Turns a name such as UTC or Europe/Berlin into a time zone; an object that is one already stays.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TimeZoneTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (value is TimeZoneInfo zone)
            return zone;
        string name = value?.ToString()?.Trim() ?? "";
        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out TimeZoneInfo? found))
            return found;
        Failure failure = ShellFailures.TimeZoneUnknown(name);
        throw new ArgumentTransformationMetadataException(failure.Message + " " + failure.RecommendedAction, new FailureException(failure));
    }
}
