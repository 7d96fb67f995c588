using ListmonkPS.Core.Diagnosis.Checks.Settings;
using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Diagnosis.Reading;
using ListmonkPS.Core.Listmonk.Settings.Catalogue;

namespace ListmonkPS.Core.Diagnosis.Checks.Smtp.Blocks;

/// <summary>One thing that is looked for in the SMTP blocks as they are stored: the worst block makes the finding, and all that are hit are its evidence.</summary>
/// <param name="id">Id of the check.</param>
/// <param name="effect">What it does at most.</param>
/// <param name="severity">Its weight at most.</param>
/// <param name="also">Facts that say more where they can be had.</param>
internal abstract class SmtpBlockCheck(string id, OptInEffect effect, CheckSeverity severity, params IReadOnlyList<Type> also) : ICheck
{
    public CheckInfo Info { get; } = new()
    {
        Id = id,
        Needs = [Access.Api | Access.Database],
        Reads = [typeof(StoredSettings)],
        AlsoReads = also,
        DependsOn = ApiState.JudgedBy,
        Stage = OptInStage.Connecting,
        Effect = effect,
        Severity = severity,
        Reference = "about_ListmonkPS_Checks",
    };

    public Finding Judge(FactSet facts)
    {
        StoredSettings settings = facts.Get<StoredSettings>();
        StoredBlock[] judged = [.. StoredBlock.AllOf(settings).Where(IsJudged)];
        (StoredBlock Block, BlockTrouble Trouble)[] hit = [.. judged
            .SelectMany(block => Look(block, facts).Select(trouble => (block, trouble)))
            .OrderBy(pair => pair.trouble.Status == CheckStatus.Fail ? 0 : 1)];
        return judged.Length == 0 ? Finding.SkippedBecause(SmtpEnabledCheck.Id)
            : hit.Length == 0 ? Passed(judged, facts)
            : Found(hit, judged.Count(block => block.Block.IsEnabled), facts) with { Evidence = [.. hit.Select(pair => Seen(settings, pair.Block, pair.Trouble))] };
    }

    /// <summary>What is wrong with a block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="facts">The run.</param>
    protected abstract IEnumerable<BlockTrouble> Look(StoredBlock block, FactSet facts);

    /// <summary>True for blocks that count: the enabled ones, unless it matters in the others too.</summary>
    protected virtual bool IsJudged(StoredBlock block) => block.Block.IsEnabled;

    /// <summary>What is said where nothing is wrong.</summary>
    protected virtual Finding Passed(IReadOnlyList<StoredBlock> judged, FactSet facts) => Finding.Pass(Text("pass", judged.Count));

    /// <summary>One of the check's own texts.</summary>
    protected string Text(string key, params object?[] args) => Texts.Format($"check.{Info.Id}.{key}", args);

    /// <summary>
    /// A value with which listmonk does not start. While it answers it runs with what it loaded before, so this is not what stops the mails now (G4).
    /// </summary>
    /// <param name="trouble">What is wrong.</param>
    /// <param name="facts">The run.</param>
    protected static BlockTrouble AtStart(BlockTrouble trouble, FactSet facts) => trouble with
    {
        StopsStart = true,
        IsAutomatic = true,
        Status = facts.TryGet<ApiState>() is { IsReachable: true } ? CheckStatus.Warning : CheckStatus.Fail,
        Confidence = facts.TryGet<ApiState>() is null ? CheckConfidence.Medium : CheckConfidence.High,
    };

    private Finding Found((StoredBlock Block, BlockTrouble Trouble)[] hit, int enabled, FactSet facts)
    {
        BlockTrouble trouble = hit[0].Trouble;
        int count = hit.Select(pair => pair.Block).Distinct().Count();
        bool isAll = trouble.StopsStart || count == enabled;
        string several = enabled > 1 && !trouble.StopsStart ? " " + Texts.Format("check.smtp.several", count, enabled) : "";
        (string Address, string Value)[] values = [.. hit.Where(pair => pair.Trouble.NewValue is not null)
            .Select(pair => (Address: $"{pair.Block.Address}/{pair.Trouble.Member}", Value: pair.Trouble.NewValue!))
            .DistinctBy(pair => pair.Address)];
        string? command = values.Length > 0 ? RemedyCommand.SetSettings(facts, values) : null;
        return new Finding
        {
            Status = trouble.Status,
            Summary = trouble.Summary + several,
            Confidence = trouble.Confidence,
            Effect = isAll || Info.Effect != OptInEffect.StopsAll ? null : OptInEffect.StopsSome,
            Severity = Info.Severity == CheckSeverity.Critical && !(isAll && trouble.Status == CheckStatus.Fail) ? CheckSeverity.High : null,
            Remedy = new CheckRemedy(trouble.Remedy, command, IsAutomatic: command is not null && trouble.IsAutomatic, NeedsRestart: command is not null),
            AccountsFor = trouble is { StopsStart: true, Status: CheckStatus.Fail } ? [ApiUnreachableCheck.Id] : [],
        };
    }

    private static CheckEvidence Seen(StoredSettings settings, StoredBlock block, BlockTrouble trouble) =>
        new(settings.SourceText, $"{SettingKeys.Smtp}/{block.Name}/{trouble.Member}", trouble.Found, trouble.Wanted);
}
