using ListmonkPS.Core.Diagnosis;

namespace ListmonkPS.Core;

/// <summary>The one type that the cmdlets' side makes by name, in the private load context: it puts the rooms together.</summary>
public sealed class ListmonkCore : IListmonkCore
{
    /// <summary>Opens every door with the system's clock.</summary>
    public ListmonkCore()
        : this(TimeProvider.System)
    {
    }

    internal ListmonkCore(TimeProvider time)
    {
        Diagnosis = new DiagnosisDoor(time);
    }

    /// <inheritdoc/>
    public IDiagnosisDoor Diagnosis { get; }
}
