using ListmonkPS.Core.Listmonk.Versions;

namespace ListmonkPS.Core.Evidence.Defects;

/// <summary>A defect of listmonk that touches opt-in (contract 1.2).</summary>
/// <param name="Id">B and its number in the contract.</param>
/// <param name="Since">First version that has it; null for all.</param>
/// <param name="FixedIn">First version without it; null while there is none.</param>
/// <param name="Effect">What it does to opt-in when it bites.</param>
/// <param name="Condition">When it bites.</param>
/// <param name="Issue">Number of the issue of the project; null for none.</param>
internal sealed record KnownDefect(string Id, string? Since, string? FixedIn, OptInEffect Effect, DefectCondition Condition, int? Issue)
{
    private readonly ListmonkVersion? _since = Since is null ? null : ListmonkVersion.Parse(Since);
    private readonly ListmonkVersion? _fixedIn = FixedIn is null ? null : ListmonkVersion.Parse(FixedIn);

    /// <summary>True when a version has it.</summary>
    public bool IsIn(ListmonkVersion version) =>
        (_since is null || version.CompareTo(_since) >= 0) && (_fixedIn is null || version.CompareTo(_fixedIn) < 0);

    /// <summary>True when it stops mail where it bites and a later release is without it: then an upgrade into its span does harm.</summary>
    public bool IsHarmInPassing => Effect >= OptInEffect.StopsSome && FixedIn is not null;

    /// <summary>The versions that have it, in words.</summary>
    public string Affected => (Since, FixedIn) switch
    {
        (null, null) => Texts.Format("version.span.all"),
        (null, _) => Texts.Format("version.span.before", FixedIn),
        (_, null) => Texts.Format("version.span.since", Since),
        _ => Texts.Format("version.span.between", Since, FixedIn),
    };
}
