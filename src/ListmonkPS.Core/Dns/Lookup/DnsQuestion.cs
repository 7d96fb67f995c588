using ListmonkPS.Core.Dns.Lookup.Records;

namespace ListmonkPS.Core.Dns.Lookup;

/// <summary>What is asked: a name and a type. Names compare without regard to case (RFC 4343).</summary>
/// <param name="Name">Labels joined by dots, without a final dot; may hold any characters (macros make such names). See <see cref="DomainName.CanBeAsked"/>.</param>
/// <param name="Type">Record type.</param>
internal readonly record struct DnsQuestion(string Name, DnsRecordType Type)
{
    public bool Equals(DnsQuestion other) => Type == other.Type && DomainName.AreEqual(Name, other.Name);

    public override int GetHashCode() => HashCode.Combine(Type, StringComparer.OrdinalIgnoreCase.GetHashCode(Name));

    public override string ToString() => $"{Name} {Type}";
}
