namespace ListmonkPS.Core.Listmonk.OptIn.Breaks;

/// <summary>
/// Looks for the place at which the share changes most: the likelihood ratio of two binomials (Hinkley and Hinkley, Biometrika 57, 1970), with windows on both
/// sides (MOSUM), so that a drift over months makes no step.
/// </summary>
internal static class BreakScan
{
    /// <summary>A break leaves at most this part of the share that was before.</summary>
    public const double LargestRemainder = 0.75;

    /// <summary>Two weeks at least have to be known of before, or one has seen no week but one.</summary>
    private const long LeastBefore = 14 * SignUpCell.InDay;

    private const double LeastConfirmed = 8;
    private const double LeastLost = 3;
    private const double LeastRecovered = 20;
    private const double LeastRecoveryScore = 15;

    /// <summary>The place from which on clearly fewer confirm; null for none.</summary>
    /// <param name="series">The sign-ups.</param>
    /// <param name="window">Quarters looked at on each side.</param>
    public static int? FindDrop(RateSeries series, long window)
    {
        int? best = null;
        double bestScore = 0;
        for (int cut = 1; cut < series.Count; cut++)
        {
            long quarter = series.QuarterAt(cut);
            if (quarter - series.QuarterAt(0) < LeastBefore)
                continue;
            RateSum before = series.Sum(series.IndexOf(quarter - window), cut);
            RateSum after = series.Sum(cut, series.IndexOf(quarter + window));
            if (before.Confirmed < LeastConfirmed || after.Share > LargestRemainder * before.Share)
                continue;
            double score = Score(before, after);
            if (score > bestScore && (after.Trials * before.Share) - after.Confirmed >= LeastLost)
                (best, bestScore) = (cut, score);
        }

        return best;
    }

    /// <summary>The place after a break from which on people confirm as before it; null when there is none.</summary>
    /// <param name="series">The sign-ups.</param>
    /// <param name="cut">Place of the break.</param>
    /// <param name="share">Share before it.</param>
    public static int? FindRecovery(RateSeries series, int cut, double share)
    {
        int? best = null;
        double bestScore = LeastRecoveryScore;
        for (int end = cut + 1; end < series.Count; end++)
        {
            RateSum low = series.Sum(cut, end);
            RateSum high = series.Sum(end, series.Count);
            if (high.Trials * share < LeastRecovered)
                break;
            if (high.Share < LargestRemainder * share || low.Share > LargestRemainder * share)
                continue;
            double score = Score(low, high);
            if (score > bestScore)
                (best, bestScore) = (end, score);
        }

        return best;
    }

    private static double Score(RateSum one, RateSum other)
    {
        double pooled = (one + other).Share;
        return 2 * (one.LogLikelihood(one.Share) + other.LogLikelihood(other.Share) - one.LogLikelihood(pooled) - other.LogLikelihood(pooled));
    }
}
