using ListmonkPS.TestBench.PostgreSql.Machine;

namespace ListmonkPS.Core.Tests.TestBench;

/// <summary>Which account runs the server for root.</summary>
public sealed class PostgreSqlAccountTests
{
    private const string Root = "root:x:0:0:root:/root:/bin/bash";
    private const string Postgres = "postgres:x:101:104:PostgreSQL administrator,,,:/var/lib/postgresql:/bin/bash";
    private const string Nobody = "nobody:x:65534:65533:nobody:/nonexistent:/usr/sbin/nologin";

    [Fact]
    public void Postgres_by_setpriv_when_both_are_there()
    {
        ServerAccount account = ServerAccount.Choose([Root, Nobody, Postgres], "/usr/bin/setpriv", "/usr/sbin/runuser");
        Assert.Equal(("postgres", "101:104"), (account.Name, account.Ids));
        Assert.Equal(["/usr/bin/setpriv", "--reuid=101", "--regid=104", "--clear-groups"], account.Switch);
    }

    [Fact]
    public void Nobody_by_runuser_when_there_is_nothing_else()
    {
        ServerAccount account = ServerAccount.Choose([Root, Nobody], null, "/usr/sbin/runuser");
        Assert.Equal(("nobody", "65534:65533"), (account.Name, account.Ids));
        Assert.Equal(["/usr/sbin/runuser", "-u", "nobody", "--"], account.Switch);
    }

    [Fact]
    public void Without_an_account_or_a_program_the_error_says_so()
    {
        InvalidOperationException account = Assert.Throws<InvalidOperationException>(() => ServerAccount.Choose([Root], "/usr/bin/setpriv", null));
        InvalidOperationException program = Assert.Throws<InvalidOperationException>(() => ServerAccount.Choose([Postgres], null, null));
        Assert.Contains("neither a user postgres nor a user nobody", account.Message, StringComparison.Ordinal);
        Assert.Contains("neither setpriv nor runuser", program.Message, StringComparison.Ordinal);
    }
}
