using ListmonkPS.Core.Listmonk.Connecting;

namespace ListmonkPS.Core.Tests.Listmonk.Connecting;

public sealed class ConnectionTextTests
{
    [Theory]
    [InlineData("Host=db;Port=5433;Database=listmonk;Username=reader;SSL Mode=Require")]
    [InlineData("host=db;database=listmonk")]
    [InlineData("Host=db;Passfile=/home/x/.pgpass")]
    [InlineData("Host=db;Password=")]
    public void A_connection_string_without_a_password_is_taken(string text) => Assert.Equal("db", ConnectionText.Check(text).Host);

    [Theory]
    [InlineData("Host=db;Password=hunter2")]
    [InlineData("Host=db;PWD=hunter2")]
    [InlineData("Host=db;psw = hunter2")]
    [InlineData("Host=db;Password=hunter2;x")]
    [InlineData("Host=db;Ssl Password=hunter2")]
    [InlineData("host=db password=hunter2 dbname=listmonk")]
    [InlineData("postgres://reader:hunter2@db/listmonk")]
    [InlineData("postgresql://reader:hunter2@db:5432/listmonk?sslmode=disable")]
    [InlineData("Host=db;Pass word=1;Password='hunter2'")]
    public void A_password_is_refused_and_not_repeated(string text) => AssertRefused(text, "PasswordInConnectionString", "password");

    [Theory]
    [InlineData("hunter2", "key=value")]
    [InlineData("Host=db;hunter2", "key=value")]
    [InlineData("Host=db;hunter2=1", "key=value")]
    [InlineData("Host=db;Port=hunter2", "key=value")]
    [InlineData("Host=db;Port=99999999999", "key=value")]
    [InlineData("host=db dbname=hunter2", "key=value")]
    [InlineData("postgres://hunter2@db/listmonk", "URI")]
    [InlineData("Database=hunter2", "no Host")]
    [InlineData("", "no Host")]
    public void What_is_no_connection_string_is_refused_and_not_repeated(string text, string named) => AssertRefused(text, "BadConnectionString", named);

    private static void AssertRefused(string text, string id, string named)
    {
        FailureException exception = Assert.Throws<FailureException>(() => ConnectionText.Check(text));
        Assert.Equal((id, FailureCategory.InvalidArgument), (exception.Failure.Id, exception.Failure.Category));
        Assert.Contains(named, exception.Message, StringComparison.Ordinal);
        Assert.NotEmpty(exception.Failure.RecommendedAction);
        Assert.DoesNotContain("hunter2", exception + exception.Failure.RecommendedAction + exception.Failure.Target, StringComparison.Ordinal);
    }
}
