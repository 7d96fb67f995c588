using ListmonkPS.Core.Listmonk.Versions;

namespace ListmonkPS.Core.Tests.TestBench.StandIn;

/// <summary>The versions that the stand-in can be: every row of the quirk table.</summary>
public static class ListmonkVersions
{
    /// <summary>For theories over all versions.</summary>
    public static TheoryData<string> All => [.. QuirkTable.Rows.Select(row => row.Version.Text)];

    /// <summary>For theories over the versions with users and tokens.</summary>
    public static TheoryData<string> WithUsers => [.. QuirkTable.Rows.Where(row => row.HasUsers).Select(row => row.Version.Text)];

    /// <summary>For theories over the versions that know PUT /api/settings/{key}.</summary>
    public static TheoryData<string> WithSettingByKey => [.. QuirkTable.Rows.Where(row => row.HasSettingByKey).Select(row => row.Version.Text)];

    /// <summary>For theories that are dear: the oldest, the one that loses mail (B3), the newest.</summary>
    public static TheoryData<string> Few => [QuirkTable.Rows[0].Version.Text, "v5.0.2", QuirkTable.Rows[^1].Version.Text];

    /// <summary>Last element of the migrations row: patch levels have none of their own (2.2).</summary>
    public static string LastMigration(string version) => version == "v5.0.2" ? "v5.0.0" : version;

    /// <summary>The row of a version.</summary>
    internal static Quirks Quirks(string version) => QuirkTable.For(ListmonkVersion.Parse(version));
}
