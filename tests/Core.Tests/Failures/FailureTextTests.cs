using System.Collections;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;

namespace ListmonkPS.Core.Tests.Failures;

/// <summary>Failures and their texts hold each other, in both directions.</summary>
public sealed partial class FailureTextTests
{
    public static TheoryData<string> Factories => [.. FactoryMethods().Select(method => $"{method.DeclaringType!.Name}.{method.Name}")];

    [Theory]
    [MemberData(nameof(Factories))]
    public void A_failure_has_its_own_id_and_says_what_and_what_to_do(string name)
    {
        MethodInfo factory = FactoryMethods().Single(method => $"{method.DeclaringType!.Name}.{method.Name}" == name);
        Failure failure = (Failure)factory.Invoke(null, [.. factory.GetParameters().Select(Value)])!;
        Assert.Equal(factory.Name, failure.Id);
        Assert.NotEmpty(failure.Message);
        Assert.NotEmpty(failure.RecommendedAction);
        Assert.DoesNotMatch(@"\{\d", failure.Message + failure.RecommendedAction);
    }

    [Fact]
    public void No_two_factories_share_an_id() =>
        Assert.Equal(FactoryMethods().Count(), FactoryMethods().Select(method => method.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());

    [Fact]
    public void Every_text_of_a_failure_belongs_to_one()
    {
        string[] ids = [.. Keys().Select(key => IdKey().Match(key)).Where(match => match.Success).Select(match => match.Groups[1].Value).Distinct()];
        Assert.NotEmpty(ids);
        Assert.Empty(ids.Except(FactoryMethods().Select(method => method.Name)));
    }

    private static IEnumerable<MethodInfo> FactoryMethods() => typeof(Failure).Assembly.GetTypes()
        .Where(type => type.Name.EndsWith("Failures", StringComparison.Ordinal))
        .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
        .Where(method => method.ReturnType == typeof(Failure) && !method.IsPrivate);

    private static object? Value(ParameterInfo parameter) => parameter.ParameterType switch
    {
        Type type when type == typeof(string) => parameter.Name,
        Type type when type == typeof(Type) => typeof(string),
        Type type when type == typeof(TimeSpan) => TimeSpan.FromSeconds(15),
        Type { IsValueType: true } type => Activator.CreateInstance(type),
        Type type when type.IsAssignableFrom(typeof(string[])) => new[] { parameter.Name! },
        _ => null,
    };

    private static IEnumerable<string> Keys()
    {
        using ResourceReader reader = new(typeof(Failure).Assembly.GetManifestResourceStream("ListmonkPS.Texts.failure.resources")!);
        return [.. reader.Cast<DictionaryEntry>().Select(entry => (string)entry.Key)];
    }

    [GeneratedRegex(@"^failure\.([A-Z]\w*)(\.action)?$")]
    private static partial Regex IdKey();
}
