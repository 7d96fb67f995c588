using ListmonkPS.Core.Listmonk.Settings.Reloading;

namespace ListmonkPS.Core.Tests.Listmonk.Settings.Reloading;

public sealed class StateFolderTests
{
    private static readonly string Root = Path.GetPathRoot(Path.GetTempPath())!;
    private static readonly string Data = Path.Combine(Root, "data");

    [Fact]
    public void LISTMONKPS_HOME_comes_first() =>
        Assert.Equal(Path.Combine(Root, "own"), Find(home: Path.Combine(Root, "own"), state: Path.Combine(Root, "state")));

    [Fact]
    public void Then_the_state_folder_of_the_user() =>
        Assert.Equal(Path.Combine(Root, "state", "listmonkps"), Find(home: "", state: Path.Combine(Root, "state")));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("relative/state")]
    public void Then_the_local_application_data(string? state) => Assert.Equal(Path.Combine(Data, "listmonkps"), Find(home: null, state));

    [Fact]
    public void A_user_without_a_home_has_the_folder_of_system_services() =>
        Assert.Equal("/var/lib/listmonkps", StateFolder.Find(_ => null, ""));

    [Fact]
    public void This_process_has_a_folder_with_a_full_path() => Assert.True(Path.IsPathFullyQualified(StateFolder.Find()));

    private static string Find(string? home, string? state) =>
        StateFolder.Find(name => name == "LISTMONKPS_HOME" ? home : name == "XDG_STATE_HOME" ? state : null, Data);
}
