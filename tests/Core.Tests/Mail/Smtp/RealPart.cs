namespace ListmonkPS.Core.Tests.Mail.Smtp;

/// <summary>A program that a test needs: without it the test is skipped, but on the build server, which installs it, it fails.</summary>
internal static class RealPart
{
    /// <summary>Goes on when nothing is missing.</summary>
    /// <param name="missing">What is missing; null for nothing.</param>
    public static void Require(string? missing)
    {
        if (missing is null)
            return;
        Assert.False(Environment.GetEnvironmentVariable("CI") == "true", missing);
        Assert.Skip(missing);
    }
}
