using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Diagnosis.Reading;


namespace ListmonkPS.Core.Tests.Diagnosis;

/// <summary>A check of the test's own. Its title comes from a real id's text.</summary>
internal sealed class SyntheticCheck(CheckInfo info, Func<FactSet, Finding> judge) : ICheck
{
    public CheckInfo Info => info;

    public Finding Judge(FactSet facts) => judge(facts);
}
