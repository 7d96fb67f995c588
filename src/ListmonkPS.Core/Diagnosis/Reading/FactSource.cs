namespace ListmonkPS.Core.Diagnosis.Reading;

/// <summary>A <see cref="IFactSource"/> of one type.</summary>
/// <typeparam name="T">Type of the fact.</typeparam>
internal abstract class FactSource<T> : IFactSource
    where T : class
{
    public Type Fact => typeof(T);

    public virtual IReadOnlyList<Type> Uses => [];

    public virtual Access Needs => Access.None;

    public async Task<object> ReadAsync(FactContext context, FactSet facts, CancellationToken cancellation) =>
        await ReadFactAsync(context, facts, cancellation);

    protected abstract Task<T> ReadFactAsync(FactContext context, FactSet facts, CancellationToken cancellation);
}
