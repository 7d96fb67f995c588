using ListmonkPS.Core.Resend.Opening;

namespace ListmonkPS.Core.Tests.Resend.Opening;

public sealed class LedgerNoteTests
{
    private static readonly DateTimeOffset Noon = new(2025, 5, 8, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-2, false, 1, false)] // last used before the interval
    [InlineData(-2, false, 3, true)]
    [InlineData(-48, true, 1, true)] // of a run that has no end nobody knows when it mailed last
    [InlineData(-2, false, 0, false)] // no interval
    [InlineData(-2, true, 0, false)]
    public void It_matters_when_the_ledger_was_used_within_the_interval(int usedAt, bool isOpen, int interval, bool expected) => Assert.Equal(
        expected, new LedgerNote("pg:1/listmonk", "db", Noon.AddHours(usedAt), isOpen, []).MayHaveMailedSince(Noon.AddHours(-interval), Noon));
}
