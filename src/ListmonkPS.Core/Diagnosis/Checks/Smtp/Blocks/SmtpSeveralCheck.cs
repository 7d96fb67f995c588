using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Diagnosis.Reading;

namespace ListmonkPS.Core.Diagnosis.Checks.Smtp.Blocks;

/// <summary>
/// Of several enabled blocks each one works: listmonk takes one by chance for each mail and tries no other (G29). What is wrong with the bad one is
/// told by its own check; this one tells how mail goes on until that is mended.
/// </summary>
internal sealed class SmtpSeveralCheck() : SmtpBlockCheck("settings.smtp-several", OptInEffect.StopsSome, CheckSeverity.High, typeof(SmtpConversations))
{
    protected override IEnumerable<BlockTrouble> Look(StoredBlock stored, FactSet facts)
    {
        if (facts.TryGet<SmtpConversations>() is not { Talks.Count: > 1 } all || all.With(stored) is not { } talk)
            yield break;
        SmtpTalk[] bad = [.. all.Talks.Where(other => SmtpFaults.Of(other) != SmtpFault.None)];
        // With all of them bad none is left to go on with.
        if (bad.Length == all.Talks.Count || !bad.Contains(talk))
            yield break;
        string cause = SmtpFaults.IdOf(SmtpFaults.Of(talk));
        yield return new BlockTrouble("enabled", "true", "false", Text("fail", stored.Name, cause), Text("remedy", cause)) { Confidence = CheckConfidence.Proved, NewValue = "$false" };
    }

    protected override Finding Passed(IReadOnlyList<StoredBlock> judged, FactSet facts)
    {
        SmtpConversations? all = facts.TryGet<SmtpConversations>();
        if (judged.Count == 1)
            return Finding.Pass(Text("pass-one"));
        if (all is null)
            return new Finding { Status = CheckStatus.Skipped, Summary = Text("not-tried") };
        return SmtpFaults.Of(all.Talks[0]) is var fault && fault != SmtpFault.None ? Finding.SkippedBecause(SmtpFaults.IdOf(fault)) : Finding.Pass(Text("pass", judged.Count));
    }
}
