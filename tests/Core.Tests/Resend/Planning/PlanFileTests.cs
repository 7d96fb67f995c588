using System.Security.Cryptography;
using System.Text;
using ListmonkPS.Core.Resend.Planning;
using ListmonkPS.Core.Tests.Resend.Bench;

namespace ListmonkPS.Core.Tests.Resend.Planning;

/// <summary>A plan file is what was written, or it is refused.</summary>
public sealed class PlanFileTests : IDisposable
{
    private static readonly PlanHeader Header = new()
    {
        Format = "listmonkps-optin-plan",
        Version = 1,
        MadeAt = DateTimeOffset.UnixEpoch,
        Server = "pg:1/listmonk",
        Via = "Smtp",
        RatePerMinute = 30,
        DailyLimit = 400,
        MaxAttempts = 3,
        ThrottleLimit = 6,
        MinimumInterval = TimeSpan.FromHours(36),
        TimeZone = "Europe/Berlin",
        People = 5,
        EndsAt = DateTimeOffset.UnixEpoch.AddMinutes(1),
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("listmonkps-plan-").FullName;

    public static TheoryData<string, string> Damages => new()
    {
        { "a line is missing", "changed" },
        { "two lines are swapped", "changed" },
        { "the last line is cut", "changed" },
        { "the last line is missing", "its end is missing" },
        { "the first line is missing", "changed" },
        { "it is empty", "another form" },
        { "a newer module wrote it", "version" },
        { "its rate is zero", "version" },
        { "its route is none", "version" },
        { "its server is missing", "version" },
        { "nobody knows its time zone", "version" },
    };

    private string File => Path.Combine(_folder, "plan.txt");

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task It_is_read_as_it_was_written()
    {
        ResendTarget[] people = RandomPeople.Of(5);
        await PlanFile.WriteAsync(Header, people, File, noClobber: false, Test);
        PlanFile plan = await PlanFile.ReadAsync(File, Test);
        Assert.Equal(Header, plan.Header);
        Assert.Equal(people, plan.People);
        Assert.Equal("Europe/Berlin", plan.Header.Zone.Id);
    }

    [Fact]
    public async Task One_of_nobody_is_one()
    {
        await PlanFile.WriteAsync(Header with { People = 0 }, [], File, noClobber: false, Test);
        Assert.Empty((await PlanFile.ReadAsync(File, Test)).People);
    }

    [Fact]
    public async Task Line_ends_of_another_system_are_no_change()
    {
        ResendTarget[] people = RandomPeople.Of(5);
        await PlanFile.WriteAsync(Header, people, File, noClobber: false, Test);
        await System.IO.File.WriteAllTextAsync(File, (await System.IO.File.ReadAllTextAsync(File, Test)).ReplaceLineEndings("\r\n"), Test);
        Assert.Equal(people, (await PlanFile.ReadAsync(File, Test)).People);
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task Whatever_was_done_to_it_is_found(string damage, string reason)
    {
        await PlanFile.WriteAsync(Header, RandomPeople.Of(5), File, noClobber: false, Test);
        string[] lines = await System.IO.File.ReadAllLinesAsync(File, Test);
        await System.IO.File.WriteAllLinesAsync(File, Damaged(lines, damage), Test);
        Failure failure = (await Assert.ThrowsAsync<FailureException>(() => PlanFile.ReadAsync(File, Test))).Failure;
        Assert.Equal("PlanUnreadable", failure.Id);
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("there already", "a file of this name", true)]
    [InlineData("a folder", "it is a folder", false)]
    [InlineData("no/such/folder.txt", "its folder does not exist", false)]
    public async Task Where_it_cannot_be_written_it_says_why(string name, string reason, bool isFile)
    {
        string path = Path.Combine(_folder, name);
        if (isFile)
            await System.IO.File.WriteAllTextAsync(path, "mine", Test);
        else if (!name.Contains('/', StringComparison.Ordinal))
            Directory.CreateDirectory(path);
        Failure failure = (await Assert.ThrowsAsync<FailureException>(() => PlanFile.WriteAsync(Header, [], path, noClobber: isFile, Test))).Failure;
        Assert.Equal("PlanNotWritten", failure.Id);
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_is_no_plan()
    {
        Failure failure = (await Assert.ThrowsAsync<FailureException>(() => PlanFile.ReadAsync(_folder, Test))).Failure;
        Assert.Contains("it is a folder", failure.Message, StringComparison.Ordinal);
    }

    private static string[] Damaged(string[] lines, string damage) => damage switch
    {
        "a line is missing" => [.. lines[..2], .. lines[3..]],
        "two lines are swapped" => [lines[0], lines[2], lines[1], .. lines[3..]],
        "the last line is cut" => [.. lines[..^1], lines[^1][..^1]],
        "the last line is missing" => lines[..^1],
        "the first line is missing" => lines[1..],
        "it is empty" => [],
        "a newer module wrote it" => Signed(lines, "\"Version\":1", "\"Version\":2"),
        "its rate is zero" => Signed(lines, "\"RatePerMinute\":30", "\"RatePerMinute\":0"),
        "its route is none" => Signed(lines, "\"Via\":\"Smtp\"", "\"Via\":\"7\""),
        "its server is missing" => Signed(lines, "\"Server\":\"pg:1/listmonk\",", ""),
        "nobody knows its time zone" => Signed(lines, "\"TimeZone\":\"Europe/Berlin\"", "\"TimeZone\":\"Mars/Olympus\""),
        _ => throw new ArgumentException(damage, nameof(damage)),
    };

    /// <summary>Changed by somebody who can compute the digest.</summary>
    private static string[] Signed(string[] lines, string old, string changed)
    {
        Assert.Contains(old, lines[0], StringComparison.Ordinal);
        string[] body = [lines[0].Replace(old, changed, StringComparison.Ordinal), .. lines[1..^1]];
        return [.. body, "sha256 " + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(body.Select(line => line + "\n")))))];
    }
}
