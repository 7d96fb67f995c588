namespace ListmonkPS.Core.Listmonk.OptIn.Breaks;

/// <summary>Logarithms of the gamma and beta functions (approximation of Lanczos, SIAM J. Numer. Anal. B 1, 1964).</summary>
internal static class LogGamma
{
    private const double G = 7;

    private static readonly double[] Coefficients =
    [
        0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
        -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
    ];

    /// <summary>Logarithm of the gamma function of a positive number.</summary>
    public static double Of(double value)
    {
        double sum = Coefficients[0];
        for (int index = 1; index < Coefficients.Length; index++)
            sum += Coefficients[index] / (value - 1 + index);
        double edge = value - 1 + G + 0.5;
        return (0.5 * Math.Log(2 * Math.PI)) + ((value - 0.5) * Math.Log(edge)) - edge + Math.Log(sum);
    }

    /// <summary>Logarithm of the beta function of two positive numbers.</summary>
    public static double Beta(double one, double other) => Of(one) + Of(other) - Of(one + other);

    /// <summary>Logarithm of the number of ways to choose so many of so many.</summary>
    public static double Choose(double all, double chosen) => Of(all + 1) - Of(chosen + 1) - Of(all - chosen + 1);
}
