namespace ListmonkPS.Core.Listmonk.OptIn.Breaks;

/// <summary>Sign-ups and confirmations of a stretch of time.</summary>
/// <param name="People">Sign-ups.</param>
/// <param name="Trials">Sign-ups, each counted by the chance that a confirmation would show by now.</param>
/// <param name="Confirmed">Confirmations among them.</param>
internal readonly record struct RateSum(double People, double Trials, double Confirmed)
{
    /// <summary>Share of those who confirm; 0 without sign-ups.</summary>
    public double Share => Trials > 0 ? Math.Min(1, Confirmed / Trials) : 0;

    /// <summary>Mean chance that a confirmation would show by now.</summary>
    public double Maturity => People > 0 ? Trials / People : 1;

    /// <summary>Log likelihood of these confirmations when everyone confirms with one probability, and is seen to by now with the mean chance.</summary>
    /// <param name="share">The probability.</param>
    public double LogLikelihood(double share)
    {
        double seen = Math.Min(1, share * Maturity);
        return Term(Confirmed, seen) + Term(Math.Max(0, People - Confirmed), 1 - seen);
    }

    public static RateSum operator +(RateSum one, RateSum other) =>
        new(one.People + other.People, one.Trials + other.Trials, one.Confirmed + other.Confirmed);

    private static double Term(double count, double probability) => count > 0 ? count * Math.Log(Math.Max(probability, 1e-12)) : 0;
}
