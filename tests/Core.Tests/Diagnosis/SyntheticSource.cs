using ListmonkPS.Core.Diagnosis.Reading;

namespace ListmonkPS.Core.Tests.Diagnosis;

/// <summary>A fact source of the test's own that counts how often it is read.</summary>
internal sealed class SyntheticSource<T>(Func<FactSet, CancellationToken, Task<T>> read, Access needs = Access.None, params Type[] uses) : FactSource<T>
    where T : class
{
    private int _reads;

    public int Reads => _reads;

    public override Access Needs => needs;

    public override IReadOnlyList<Type> Uses => uses;

    protected override Task<T> ReadFactAsync(FactContext context, FactSet facts, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _reads);
        return read(facts, cancellation);
    }
}
