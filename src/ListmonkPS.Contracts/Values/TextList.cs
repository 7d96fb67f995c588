using System.Collections;

namespace ListmonkPS;

/// <summary>A read-only list whose text joins its items with "; ", so that a CSV cell or a table shows them and not a type name.</summary>
/// <typeparam name="T">Type of the items.</typeparam>
/// <param name="items">The items, in the order in which they are shown.</param>
public sealed class TextList<T>(IEnumerable<T> items) : IReadOnlyList<T>, IEquatable<TextList<T>>
{
    private readonly T[] _items = [.. items];

    /// <summary>The list without items.</summary>
    public static TextList<T> Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _items.Length;

    /// <inheritdoc/>
    public T this[int index] => _items[index];

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(TextList<T>? other) => other is not null && _items.AsSpan().SequenceEqual(other._items, EqualityComparer<T>.Default);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TextList<T>);

    /// <inheritdoc/>
    public override int GetHashCode() => _items.Aggregate(_items.Length, HashCode.Combine);

    /// <summary>The items joined with "; "; empty text for the empty list.</summary>
    public override string ToString() => string.Join("; ", _items);
}
