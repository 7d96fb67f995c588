using ListmonkPS.Core.Diagnosis.Reading;

namespace ListmonkPS.Core.Diagnosis.Judging;

/// <summary>
/// One thing to be judged. A check reads nothing itself: it names the facts it needs and judges what is there, so it is tested without a
/// server. Found by its type: a new check is one new file.
/// </summary>
internal interface ICheck
{
    /// <summary>What the check says of itself.</summary>
    CheckInfo Info { get; }

    /// <summary>Judges the facts; called only when the facts that <see cref="CheckInfo.Reads"/> names are there.</summary>
    Finding Judge(FactSet facts);
}
