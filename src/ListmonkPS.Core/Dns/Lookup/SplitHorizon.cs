using ListmonkPS.Core.Dns.Lookup.Records;

namespace ListmonkPS.Core.Dns.Lookup;

/// <summary>Tells whether another server says something else: inside a network names often have other records than outside.</summary>
internal static class SplitHorizon
{
    /// <summary>The questions of a run to which another server gives other records, side by side.</summary>
    /// <param name="run">The run, ended.</param>
    /// <param name="other">The other server.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static async Task<IReadOnlyList<DnsQuestion>> FindAsync(RunLookup run, IDnsLookup other, CancellationToken cancellation)
    {
        DnsQuestion[] asked = [.. run.Asked];
        bool[] differ = await Task.WhenAll(asked.Select(async question =>
        {
            Task<DnsAnswer> theirs = other.AskAsync(question, cancellation).AsTask();
            return IsOther(await run.AskAsync(question, cancellation), await theirs);
        }));
        return [.. asked.Where((_, index) => differ[index]).OrderBy(question => question.ToString(), StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>
    /// Only what both know is compared: an error says nothing about the records. Public addresses may differ from resolver to resolver, as big hosts give each
    /// visitor the nearest one; that a name has an inner address, or none, is what matters.
    /// </summary>
    private static bool IsOther(DnsAnswer ours, DnsAnswer theirs)
    {
        if (ours.IsError || theirs.IsError)
            return false;
        bool haveAddresses = ours.Records.Concat(theirs.Records).All(record => record is AddressRecord { Address: { } address } && PublicAddress.IsPublic(address));
        return haveAddresses ? ours.Records.Count == 0 != (theirs.Records.Count == 0) : !Texts(ours).SetEquals(Texts(theirs));
    }

    private static HashSet<string> Texts(DnsAnswer answer) =>
        answer.Records.Select(record => record is TxtRecord text ? text.Text : record.ToString()).ToHashSet(StringComparer.OrdinalIgnoreCase);
}
