using ListmonkPS.Core.Diagnosis;
using ListmonkPS.Core.Diagnosis.Checks.Database;
using ListmonkPS.Core.Diagnosis.Checks.Database.Health;
using ListmonkPS.Core.Diagnosis.Engine;
using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Judging;

namespace ListmonkPS.Core.Tests.Diagnosis.Checks;

public sealed class DatabaseAspectCheckTests
{
    private static readonly ICheck[] Checks = [.. CheckRegistry.Of(typeof(DiagnosisDoor).Assembly).Checks.OfType<DatabaseAspectCheck>()];

    public static TheoryData<string, DatabaseAspect> Aspects => new()
    {
        { "database.read-only", DatabaseAspect.Writing },
        { "database.migrations", DatabaseAspect.Migrations },
        { "database.pool-exhausted", DatabaseAspect.Connections },
        { "database.locked", DatabaseAspect.Blocking },
        { "database.idle-transactions", DatabaseAspect.IdleTransactions },
        { "database.long-queries", DatabaseAspect.LongQueries },
        { "database.tables", DatabaseAspect.Tables },
        { "database.sequences", DatabaseAspect.Sequences },
        { "database.disk-full", DatabaseAspect.Disk },
    };

    [Theory]
    [MemberData(nameof(Aspects))]
    public void What_is_wrong_with_an_aspect_is_named_by_its_check_alone(string id, DatabaseAspect wrong)
    {
        DatabaseTest[] tests =
        [
            .. Enum.GetValues<DatabaseAspect>().Select(aspect => new DatabaseTest
            {
                Aspect = aspect,
                Status = aspect == wrong ? CheckStatus.Fail : CheckStatus.Pass,
                Summary = "so",
                Remedy = aspect == wrong ? "do" : null,
            }),
        ];
        Dictionary<string, Finding> findings = Checks.ToDictionary(check => check.Info.Id, check => check.Judge(FactsOf.These(new DatabaseExamined(tests))));
        Assert.Equal(id, Assert.Single(findings, finding => finding.Value.Status != CheckStatus.Pass).Key);
        Assert.Equal(("so", "do"), (findings[id].Summary, findings[id].Remedy!.Text));
    }

    [Fact]
    public void A_warning_stops_nothing()
    {
        DatabaseTest test = new() { Aspect = DatabaseAspect.Sequences, Status = CheckStatus.Warning, Summary = "so", Remedy = "do" };
        Finding finding = new DatabaseSequencesCheck().Judge(FactsOf.These(new DatabaseExamined([test])));
        Assert.Equal((CheckStatus.Warning, OptInEffect.None), (finding.Status, finding.Effect));
    }

    [Fact]
    public void A_server_that_is_full_for_us_alone_is_a_warning()
    {
        DatabaseTest full = new() { Aspect = DatabaseAspect.Connections, Status = CheckStatus.Fail, Summary = "full", Remedy = "do" };
        Assert.Equal(CheckStatus.Fail, new DatabasePoolCheck().Judge(FactsOf.These(new DatabaseExamined([full]))).Status);
        Finding finding = new DatabasePoolCheck().Judge(FactsOf.These(new DatabaseExamined([full]), FactsOf.Settings("{}", Access.Api)));
        Assert.Equal(CheckStatus.Warning, finding.Status);
    }

    [Fact]
    public void A_server_that_is_full_is_not_called_unreachable()
    {
        Finding finding = new DatabaseUnreachableCheck().Judge(FactsOf.These(new DatabaseState("db:5432/l", null, DatabaseFailures.DatabaseFull("db:5432/l"))));
        Assert.Equal((CheckStatus.Skipped, "database.pool-exhausted"), (finding.Status, finding.Because));
    }
}
