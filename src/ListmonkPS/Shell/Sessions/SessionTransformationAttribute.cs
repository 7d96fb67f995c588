using System.Collections;
using System.Management.Automation;

namespace ListmonkPS.Shell.Sessions;

/// <summary>
/// Turns names (with wildcards) and deserialised sessions into the sessions of this runspace. What it does not know it hands back unchanged,
/// so that text meant for another parameter still reaches it.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SessionTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        List<ListmonkSession> sessions = [];
        return TryResolve(inputData, sessions) ? sessions.ToArray() : inputData;
    }

    private static bool TryResolve(object? input, List<ListmonkSession> found)
    {
        object? value = input is PSObject wrapped ? wrapped.BaseObject : input;
        switch (value)
        {
            case ListmonkSession session:
                found.Add(session);
                return true;
            case string name:
                return TryFind(name, found);
            case PSCustomObject:
                return TryFind(NameOfDeserialised((PSObject)input!), found);
            case IEnumerable items:
                return TryResolveAll(items, found);
            default:
                return false;
        }
    }

    private static bool TryResolveAll(IEnumerable items, List<ListmonkSession> found)
    {
        foreach (object? item in items)
        {
            if (!TryResolve(item, found))
                return false;
        }

        return found.Count > 0;
    }

    private static bool TryFind(string? name, List<ListmonkSession> found)
    {
        IReadOnlyList<ListmonkSession> sessions = string.IsNullOrEmpty(name) ? [] : SessionTable.OfRunspace().Find(name);
        found.AddRange(sessions);
        return sessions.Count > 0;
    }

    /// <summary>The name in a session that came from a file, a job or another machine; null for any other object.</summary>
    private static string? NameOfDeserialised(PSObject item) =>
        item.TypeNames.Contains("Deserialized." + typeof(ListmonkSession).FullName) ? item.Properties[nameof(ListmonkSession.Name)]?.Value as string : null;
}
