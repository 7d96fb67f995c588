using ListmonkPS.Core.Listmonk.OptIn.Breaks;

namespace ListmonkPS.Core.Tests.Listmonk.OptIn.Breaks;

public sealed class BreakMathTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(5, 3.178053830347946)] // ln 24
    [InlineData(0.5, 0.5723649429247001)] // ln of the root of pi
    [InlineData(101, 363.73937555556347)] // ln 100!
    public void The_logarithm_of_gamma_is_right(double value, double wanted) => Assert.Equal(wanted, LogGamma.Of(value), 1e-10);

    [Theory]
    [InlineData(10, 9, 10, 3, 0.009883)] // checked by hand: sums of C(12, k) C(8, 10 - k) / C(20, 10)
    [InlineData(20, 10, 20, 10, 0.623822)]
    [InlineData(100, 60, 15, 0, 0.00000496477)]
    public void Fishers_test_is_exact(double before, double confirmedBefore, double after, double confirmedAfter, double wanted) =>
        Assert.Equal(wanted, FisherTest.Fewer(new RateSum(before, before, confirmedBefore), new RateSum(after, after, confirmedAfter), 1), wanted * 0.001);

    [Fact]
    public void The_curve_of_delays_is_not_bent_by_those_who_are_too_young_to_be_late()
    {
        // A hundred a day for forty days: half confirm at once, half after four days. Of the last days only the fast ones show.
        List<SignUpCell> cells = [];
        for (int day = 0; day < 40; day++)
        {
            cells.Add(new SignUpCell(day * SignUpCell.InDay, "", 0, 50));
            cells.Add(new SignUpCell(day * SignUpCell.InDay, "", day < 36 ? 8 : SignUpCell.Unconfirmed, 50));
        }

        DelayCurve curve = DelayCurve.Of(cells, 40 * SignUpCell.InDay);
        Assert.Equal(0.5, curve.By(86_400), 0.001);
        Assert.Equal(1, curve.By(6 * 86_400), 0.001);
    }

    [Fact]
    public void Without_recorded_times_young_sign_ups_count_for_nothing()
    {
        DelayCurve curve = DelayCurve.Of([new SignUpCell(0, "", SignUpCell.ConfirmedAtOnce, 10), new SignUpCell(0, "", SignUpCell.Unconfirmed, 10)], 1000);
        Assert.Equal((false, 0d, 1d), (curve.KnowsDelays, curve.By(86_400), curve.By(3 * 86_400)));
    }
}
