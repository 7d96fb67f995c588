namespace ListmonkPS.Core.Tests.Architecture;

/// <summary>The built assemblies hold to the arrows that CONTRIBUTING.md allows.</summary>
public sealed class ArrowTests
{
    private const string EntryRoom = "Entry";

    public static TheoryData<string, string> RoomTables => new()
    {
        { "ListmonkPS.Core", "Rooms of `ListmonkPS.Core`" },
        { "ListmonkPS", "Rooms of `ListmonkPS`:" },
    };

    public static TheoryData<string> Projects => [.. ArrowTable.Read("Projects:").Keys];

    [Theory]
    [MemberData(nameof(RoomTables))]
    public void Rooms_use_only_what_the_table_allows(string assembly, string table)
    {
        IReadOnlyDictionary<string, string[]> allowed = ArrowTable.Read(table);
        (string From, string To)[] arrows = [.. AssemblyArrows.Of(PathOf(assembly))
            .Select(arrow => (From: RoomOf(arrow.From, assembly), To: RoomOf(arrow.To, assembly)))
            .Where(arrow => arrow.From != arrow.To && arrow.To is not null)
            .Select(arrow => (arrow.From!, arrow.To!))
            .Distinct()];
        Assert.NotEmpty(arrows);
        Assert.All(arrows, arrow => Assert.Contains(arrow.To, allowed[arrow.From]));
    }

    [Theory]
    [MemberData(nameof(RoomTables))]
    public void Every_room_of_the_table_exists_and_every_room_stands_in_the_table(string assembly, string table)
    {
        IEnumerable<string> rooms = Directory
            .EnumerateDirectories(Path.Combine(RepositoryFolder.Path, "src", assembly))
            .Select(folder => Path.GetFileName(folder))
            .Where(name => name is not ("bin" or "obj"));
        Assert.Equal(
            rooms.Order(StringComparer.Ordinal),
            ArrowTable.Read(table).Keys.Where(room => room != EntryRoom).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Projects_use_only_what_the_table_allows(string project)
    {
        string[] ours = [.. AssemblyArrows.References(PathOf(project)).Where(name => name.StartsWith("ListmonkPS", StringComparison.Ordinal))];
        Assert.All(ours, name => Assert.Contains(name, ArrowTable.Read("Projects:")[project]));
    }

    [Theory]
    [InlineData("ListmonkPS.Core")]
    [InlineData("ListmonkPS")]
    [InlineData("ListmonkPS.Contracts")]
    public void Folders_do_not_run_in_a_circle(string assembly)
    {
        ILookup<string, string> arrows = AssemblyArrows.Of(PathOf(assembly)).ToLookup(arrow => arrow.From, arrow => arrow.To);
        foreach (string start in arrows.Select(group => group.Key))
        {
            HashSet<string> reached = [];
            Queue<string> open = new(arrows[start]);
            while (open.TryDequeue(out string? next))
            {
                Assert.False(next == start, $"{start} is reached again from {string.Join(", ", arrows[start])}");
                if (reached.Add(next))
                {
                    foreach (string further in arrows[next])
                    {
                        open.Enqueue(further);
                    }
                }
            }
        }
    }

    [Fact]
    public void Core_knows_no_PowerShell_and_no_console()
    {
        Assert.DoesNotContain(
            AssemblyArrows.References(PathOf("ListmonkPS.Core")), name => name is "System.Management.Automation" or "System.Console");
    }

    [Fact]
    public void Contracts_use_the_base_class_library_only()
    {
        Assert.All(
            AssemblyArrows.References(PathOf("ListmonkPS.Contracts")), name => Assert.StartsWith("System.", name, StringComparison.Ordinal));
    }

    [Fact]
    public void Cmdlets_know_no_library_and_no_socket()
    {
        string[] forbidden = ["Npgsql", "MailKit", "MimeKit", "DnsClient", "System.Net.Sockets", "System.Net.Http", "System.Data.Common"];
        Assert.Empty(AssemblyArrows.References(PathOf("ListmonkPS")).Intersect(forbidden));
    }

    private static string PathOf(string assembly) => Path.Combine(
        RepositoryFolder.Path, "src", assembly, "bin", Configuration, "net8.0", assembly + ".dll");

    // The tests run from bin/<configuration>/<framework>; the module stands built in the same configuration.
    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    // Null for a namespace that is not of this assembly (Contracts).
    private static string? RoomOf(string name, string assembly) => name switch
    {
        "ListmonkPS" => null,
        _ when name == assembly => EntryRoom,
        _ when name.StartsWith(assembly + ".", StringComparison.Ordinal) => name[(assembly.Length + 1)..].Split('.')[0],
        _ => null,
    };
}
