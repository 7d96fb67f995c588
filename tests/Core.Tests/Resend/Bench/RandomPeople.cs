namespace ListmonkPS.Core.Tests.Resend.Bench;

/// <summary>People whom no server knows.</summary>
internal static class RandomPeople
{
    /// <summary>So many, numbered from 1.</summary>
    public static ResendTarget[] Of(int count) => [.. Enumerable.Range(1, count).Select(id => new ResendTarget(id, Guid.NewGuid()))];
}
