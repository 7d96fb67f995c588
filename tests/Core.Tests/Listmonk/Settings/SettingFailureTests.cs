using System.Reflection;

namespace ListmonkPS.Core.Tests.Listmonk.Settings;

/// <summary>Every failure has its own id, and texts for what it carries.</summary>
public sealed class SettingFailureTests
{
    public static TheoryData<string> Factories => [.. Methods.Select(method => method.Name)];

    private static MethodInfo[] Methods => typeof(SettingFailures).GetMethods(BindingFlags.Public | BindingFlags.Static);

    [Theory]
    [MemberData(nameof(Factories))]
    public void A_failure_says_what_and_what_to_do(string factory)
    {
        MethodInfo method = Methods.Single(method => method.Name == factory);
        object?[] arguments = [.. method.GetParameters().Select((parameter, index) => Value(parameter.ParameterType, index))];
        Failure failure = Assert.IsType<Failure>(method.Invoke(null, arguments));
        Assert.Equal(factory, failure.Id);
        Assert.NotEqual(failure.Message, failure.RecommendedAction);
        Assert.Contains("text0", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("{", failure.Message + failure.RecommendedAction, StringComparison.Ordinal);
    }

    private static object Value(Type type, int index) =>
        type == typeof(string) ? $"text{index}"
        : type == typeof(int) ? 2
        : type == typeof(bool) ? true
        : type == typeof(TimeSpan) ? TimeSpan.FromSeconds(30)
        : type == typeof(IReadOnlyCollection<string>) ? new[] { "near" }
        : throw new NotSupportedException(type.Name);
}
