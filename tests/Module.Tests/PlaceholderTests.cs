namespace ListmonkPS.Module.Tests;

public sealed class PlaceholderTests
{
    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Rows))]
    public void A(int x) => Assert.Equal(1, x);

    public static IEnumerable<TheoryDataRow<int>> Rows()
    {
        yield return new TheoryDataRow<int>(1) { TestDisplayName = "hello one" };
        yield return new TheoryDataRow<int>(2) { TestDisplayName = "hello two", Skip = "because" };
    }
}
