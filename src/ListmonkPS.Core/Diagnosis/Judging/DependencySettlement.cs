namespace ListmonkPS.Core.Diagnosis.Judging;

/// <summary>
/// A check whose facts could not be read is not an Error of its own when a check it depends on has failed: it is Skipped because of that one.
/// A check that could be judged all the same stands as it is.
/// </summary>
internal static class DependencySettlement
{
    public static IReadOnlyList<JudgedCheck> Settle(IReadOnlyList<JudgedCheck> judged)
    {
        Dictionary<string, JudgedCheck> byId = judged.ToDictionary(check => check.Info.Id);
        return [.. judged.Select(SettleOne)];

        JudgedCheck SettleOne(JudgedCheck check)
        {
            string? cause = check.Finding.Status == CheckStatus.Error ? FailedDependency(check.Info) : null;
            return cause is null ? check : check with { Finding = Finding.SkippedBecause(cause) };
        }

        // The failure itself, not the check between: what depends on something skipped is told the reason for that skip.
        string? FailedDependency(CheckInfo info) => info.DependsOn
            .Select(id => byId[id])
            .Select(other => other.Finding.Status switch
            {
                CheckStatus.Fail or CheckStatus.Warning => other.Info.Id,
                CheckStatus.Skipped => other.Finding.Because,
                CheckStatus.Error => FailedDependency(other.Info),
                _ => null,
            })
            .FirstOrDefault(id => id is not null);
    }
}
