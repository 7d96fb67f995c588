using System.Collections;
using System.Management.Automation;
using System.Net;

namespace ListmonkPS;

/// <summary>Reads IP addresses; "1.2.3" and "1", which .NET takes for addresses, are none.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AddressTransformationAttribute : ArgumentTransformationAttribute
{
    private const int DotsOfVersion4 = 3;

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => Unwrap(inputData) switch
    {
        string text => Parse(text),
        IList list => list.Cast<object?>().Select(item => Unwrap(item) is string text ? Parse(text) : Unwrap(item)).ToArray(),
        object other => other,
        null => null!,
    };

    private static object? Unwrap(object? item) => item is PSObject wrapped ? wrapped.BaseObject : item;

    private static IPAddress Parse(string text) =>
        IPAddress.TryParse(text, out IPAddress? address) && (text.Contains(':', StringComparison.Ordinal) || text.AsSpan().Count('.') == DotsOfVersion4)
            ? address
            : throw new ArgumentTransformationMetadataException(Texts.Format("notice.dns.no-address", text));
}
