using ListmonkPS.Core.Diagnosis.Judging;


namespace ListmonkPS.Core.Diagnosis.Ranking;

/// <summary>
/// Orders findings for the reader: roots first, each followed by what it accounts for, then warnings, errors, skipped and passed in the
/// order of the stages. What stops opt-in mail never stands below what does not; proved stands above suggested.
/// </summary>
internal static class FindingRanking
{
    private static readonly CheckStatus[] Order =
        [CheckStatus.Fail, CheckStatus.Warning, CheckStatus.Error, CheckStatus.Skipped, CheckStatus.Pass];

    public static IReadOnlyList<ListmonkCheck> Rank(IReadOnlyList<JudgedCheck> all, string session)
    {
        Dictionary<string, string> explainedBy = Explanation.Derive(all);
        JudgedCheck[] judged = [.. all.Select(check => IsBareFigure(check, explainedBy) ? AsWarning(check) : check)];
        JudgedCheck[] sorted = [.. judged
            .OrderBy(check => Array.IndexOf(Order, check.Finding.Status))
            .ThenByDescending(IsCause)
            .ThenByDescending(check => Weighs(check) ? check.Effect : default)
            .ThenByDescending(check => Weighs(check) ? check.Finding.Confidence : default)
            .ThenByDescending(check => Weighs(check) ? check.Severity : default)
            .ThenBy(check => check.Info.Stage)
            .ThenBy(check => check.Info.Id, StringComparer.Ordinal)];
        IEnumerable<JudgedCheck> roots = sorted.Where(check => !explainedBy.ContainsKey(check.Info.Id));
        IEnumerable<JudgedCheck> placed = roots.SelectMany(root => sorted
            .Where(check => explainedBy.GetValueOrDefault(check.Info.Id) == root.Info.Id)
            .Prepend(root));
        return [.. placed.Select((check, index) => ToCheck(SymptomDate.Lend(check, judged, explainedBy), index + 1, explainedBy, session))];
    }

    /// <summary>What can be mended stands before a consequence that nothing accounts for.</summary>
    private static bool IsCause(JudgedCheck check) => check is { Finding.Status: CheckStatus.Fail, Info.IsSymptom: false, Effect: >= OptInEffect.StopsSome };

    private static bool IsBareFigure(JudgedCheck check, Dictionary<string, string> explainedBy) =>
        check is { Finding.Status: CheckStatus.Fail, Info.WarnsAlone: true } && !explainedBy.ContainsKey(check.Info.Id);

    private static JudgedCheck AsWarning(JudgedCheck check) => check with { Finding = check.Finding with { Status = CheckStatus.Warning } };

    private static bool Weighs(JudgedCheck check) => check.Finding.Status is CheckStatus.Fail or CheckStatus.Warning;

    private static ListmonkCheck ToCheck(JudgedCheck check, int rank, Dictionary<string, string> explainedBy, string session)
    {
        CheckInfo info = check.Info;
        Finding finding = check.Finding;
        string? explanation = explainedBy.GetValueOrDefault(info.Id);
        return new ListmonkCheck
        {
            Id = info.Id,
            Title = info.Title,
            Status = finding.Status,
            Severity = Weighs(check) ? check.Severity : CheckSeverity.Info,
            RootCause = finding.Status == CheckStatus.Fail && explanation is null,
            Rank = rank,
            Confidence = finding.Confidence,
            Summary = finding.Summary,
            Evidence = new TextList<CheckEvidence>(finding.Evidence),
            Since = finding.Since,
            AffectedCount = finding.AffectedCount,
            Explains = new TextList<string>(explainedBy.Where(pair => pair.Value == info.Id).Select(pair => pair.Key).Order(StringComparer.Ordinal)),
            ExplainedBy = explanation ?? finding.Because,
            Remedy = finding.Remedy,
            Reference = info.Reference,
            Duration = check.Duration,
            Session = session,
            Needs = new TextList<Access>(info.Needs),
            DependsOn = new TextList<string>(info.DependsOn),
            Stage = info.Stage,
            Effect = check.Effect,
        };
    }
}
