using ListmonkPS.Core.Diagnosis.Engine;
using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Diagnosis.Reading;
using ListmonkPS.Core.Listmonk;

namespace ListmonkPS.Core.Tests.Diagnosis;

/// <summary>Runs the engine on checks and sources of the test's own, on a session without any access.</summary>
internal static class SyntheticRun
{
    public static readonly TimeSpan Bound = TimeSpan.FromSeconds(10);

    public static Task<DiagnosisResult> RunAsync(
        IEnumerable<ICheck> checks, IEnumerable<IFactSource> sources, TimeProvider? time = null, CancellationTokenSource? stop = null)
    {
        time ??= TimeProvider.System;
        ListmonkSession session = new(null) { Name = "s" };
        FactContext context = new(new ListmonkServer { Name = "s", Time = time }, session);
        return new DiagnosisRun(new CheckRegistry(checks, sources), time).RunAsync(
            context, Bound, new SilentNotices(), stop?.Token ?? TestContext.Current.CancellationToken);
    }

    public static SyntheticCheck Check(
        string id, Type[] reads, Func<FactSet, Finding>? judge = null, string[]? dependsOn = null, Access[]? needs = null) => new(
            new CheckInfo
            {
                Id = id,
                Title = id,
                Reads = reads,
                DependsOn = dependsOn ?? [],
                Needs = needs ?? [],
                Stage = OptInStage.Decision,
                Effect = OptInEffect.StopsAll,
                Severity = CheckSeverity.High,
            },
            judge ?? (_ => Finding.Pass("fine")));
}
