namespace ListmonkPS.Core.Dns.Dmarc.Records;

/// <summary>Reads a record by either standard (RFC 9989 4.7, 4.8; RFC 7489 6.3, 6.4).</summary>
/// <param name="standard">Which tags there are.</param>
internal sealed class DmarcRecordParser(DmarcStandard standard)
{
    private const int WholePercentage = 100;
    private const int DayInSeconds = 86400;
    private const string NoOption = "0";
    private const string AnyOption = "1";

    private static readonly string[] Policies = [DmarcPolicy.None, DmarcPolicy.Quarantine, DmarcPolicy.Reject];
    private static readonly string[] Options = [NoOption, AnyOption, "d", "s"];
    private static readonly string[] Removed = ["pct", "rf", "ri"];

    private bool IsNew => standard == DmarcStandard.Rfc9989;

    /// <summary>Reads a text whose version is right.</summary>
    public DmarcRecord Parse(string text)
    {
        DmarcTagReader tags = new(text);
        List<string> faults = [];
        List<string> failureAddresses = DmarcUris.Read(tags.Find("ruf"), tags.Notes);
        DmarcRecord record = new(text)
        {
            Policy = Policy(tags, "p", DmarcReason.PolicyInvalid, faults),
            SubdomainPolicy = Policy(tags, "sp", DmarcReason.SpInvalid, faults),
            NonexistentPolicy = IsNew ? Policy(tags, "np", DmarcReason.NpInvalid, faults) : null,
            DkimAlignment = tags.FindWord("adkim", "r", "r", "s"),
            SpfAlignment = tags.FindWord("aspf", "r", "r", "s"),
            PublicSuffix = IsNew ? tags.FindWord("psd", "u", "y", "n", "u") : "u",
            Testing = IsNew ? tags.FindWord("t", "n", "y", "n") : "n",
            Percentage = IsNew ? WholePercentage : tags.FindNumber("pct", WholePercentage, WholePercentage),
            ReportInterval = IsNew ? DayInSeconds : tags.FindNumber("ri", DayInSeconds, int.MaxValue),
            AggregateAddresses = DmarcUris.Read(tags.Find("rua"), tags.Notes),
            FailureAddresses = failureAddresses,
            FailureOptions = FailureOptions(tags, failureAddresses.Count > 0),
            PolicyFaults = tags.Find("p") is null ? [DmarcReason.PolicyMissing, .. faults] : faults,
            Notes = tags.Notes,
        };
        NoteOthers(tags);
        return record;
    }

    private static string? Policy(DmarcTagReader tags, string name, string fault, List<string> faults)
    {
        string? value = tags.Find(name)?.ToLowerInvariant();
        if (value is null || Policies.Contains(value))
            return value;
        faults.Add(fault);
        return null;
    }

    /// <summary>0 and 1 exclude each other in RFC 9989 (4.7 fo); RFC 7489 lists them freely.</summary>
    private string[] FailureOptions(DmarcTagReader tags, bool hasAddress)
    {
        if (tags.Find("fo") is not { } value)
            return [NoOption];
        if (!hasAddress)
        {
            tags.Notes.Add(DmarcReason.FoWithoutRuf);
            return [NoOption];
        }

        string[] options = [.. value.Split(':').Select(option => option.Trim(' ', '\t').ToLowerInvariant())];
        bool isContradiction = IsNew && options.Contains(NoOption) && options.Contains(AnyOption);
        if (!isContradiction && !options.Except(Options).Any())
            return options;
        tags.Notes.Add(DmarcReason.ValueInvalid);
        return [NoOption];
    }

    private void NoteOthers(DmarcTagReader tags)
    {
        if (!IsNew)
            tags.Find("rf"); // afrf is all that was ever defined
        string[] others = [.. tags.Unknown];
        bool IsRemoved(string name) => Removed.Contains(name, StringComparer.OrdinalIgnoreCase);
        if (IsNew && others.Any(IsRemoved))
            tags.Notes.Add(DmarcReason.TagRemoved);
        if (others.Any(name => !IsNew || !IsRemoved(name)))
            tags.Notes.Add(DmarcReason.TagUnknown);
    }
}
