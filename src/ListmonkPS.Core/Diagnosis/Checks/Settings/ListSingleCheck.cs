using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Diagnosis.Reading;

namespace ListmonkPS.Core.Diagnosis.Checks.Settings;

/// <summary>
/// The lists that people sign up to ask for confirmation. For a single opt-in list no mail is ever due, and its rows are unconfirmed all the
/// same (G11), so it looks like the fault that it is not.
/// </summary>
internal sealed class ListSingleCheck : ICheck
{
    public const string Id = "settings.list-single";
    private const int MaxNamed = 5;

    public CheckInfo Info { get; } = new()
    {
        Id = Id,
        Needs = [Access.Api | Access.Database],
        Reads = [typeof(ActiveLists)],
        DependsOn = ApiState.JudgedBy,
        Stage = OptInStage.Decision,
        Effect = OptInEffect.StopsAll,
        Severity = CheckSeverity.Critical,
        Reference = "about_ListmonkPS_Checks",
    };

    public Finding Judge(FactSet facts)
    {
        IReadOnlyList<OptInList> lists = facts.Get<ActiveLists>().Lists;
        OptInList[] open = [.. lists.Where(list => list.IsPublic)];
        OptInList[] single = [.. lists.Where(list => !list.IsDouble)];
        CheckEvidence evidence = new(
            Texts.Format(facts.Get<ActiveLists>().Source == Access.Database ? "check.source-database" : "check.source-api-lists"),
            Texts.Format("check.what-lists"),
            Texts.Format("check.found-lists", lists.Count - single.Length, single.Length),
            Texts.Format("check.wanted-lists"));
        if (single.Length == lists.Count)
        {
            return Fail("check.settings.list-single.none-double", null, evidence, Names(single));
        }

        OptInList[] openSingle = [.. open.Where(list => !list.IsDouble)];
        if (open.Length > 0 && openSingle.Length == open.Length)
        {
            return Fail("check.settings.list-single.public-single", OptInEffect.StopsSome, evidence, Names(openSingle));
        }

        return openSingle.Length == 0
            ? Finding.Pass(Texts.Format("check.settings.list-single.pass", lists.Count - single.Length, lists.Count), evidence)
            : Finding.Pass(
                Texts.Format("check.settings.list-single.pass-some", lists.Count - single.Length, lists.Count, Names(openSingle)), evidence);
    }

    private static Finding Fail(string key, OptInEffect? effect, CheckEvidence evidence, string names) => new()
    {
        Status = CheckStatus.Fail,
        Summary = Texts.Format(key, names),
        Evidence = [evidence],
        Effect = effect,
        Severity = effect is null ? null : CheckSeverity.High,
        Remedy = new CheckRemedy(Texts.Format("check.settings.list-single.remedy")),
    };

    private static string Names(OptInList[] lists) => lists.Length == 0
        ? "-"
        : string.Join(", ", lists.Take(MaxNamed).Select(list => $"\"{list.Name}\"")) + (lists.Length > MaxNamed ? ", \u2026" : "");
}
