namespace ListmonkPS.Benchmarks.Running;

/// <summary>A reading of something short: it is done many times, and the median is not moved by a moment at which the machine was busy.</summary>
internal static class Repeated
{
    /// <summary>Median of the times, in milliseconds.</summary>
    /// <param name="count">How often.</param>
    /// <param name="once">Does it once and tells the time.</param>
    public static async Task<double> MedianAsync(int count, Func<Task<TimeSpan>> once)
    {
        double[] times = new double[count];
        for (int index = 0; index < count; index++)
            times[index] = (await once()).TotalMilliseconds;
        return MedianOf(times);
    }

    /// <summary>Median of readings.</summary>
    public static double MedianOf(IEnumerable<double> readings)
    {
        double[] sorted = [.. readings.Order()];
        return sorted[sorted.Length / 2];
    }
}
