using ListmonkPS.Shell.Bridge;
using Microsoft.Extensions.Time.Testing;

namespace ListmonkPS.Core.Tests.Shell;

/// <summary>A progress bar changes a few times a second at most, and its end is never left out.</summary>
public sealed class ProgressDisplayTests
{
    private static readonly ProgressNotice Middle = new("Reading", "half", 1, 2);
    private static readonly ProgressNotice End = new("Reading", "done", 2, 2, IsCompleted: true);

    private readonly FakeTimeProvider _time = new();
    private readonly ProgressDisplay _display;

    public ProgressDisplayTests() => _display = new ProgressDisplay(1, _time);

    [Fact]
    public void The_first_change_is_shown_at_once() => Assert.True(_display.IsDue(Middle));

    [Fact]
    public void A_thousand_changes_in_a_second_become_a_few()
    {
        int shown = 0;
        for (int change = 0; change < 1000; change++)
        {
            shown += _display.IsDue(Middle) ? 1 : 0;
            _time.Advance(TimeSpan.FromMilliseconds(1));
        }

        Assert.InRange(shown, 2, 5);
    }

    [Fact]
    public void The_end_is_always_shown()
    {
        Assert.True(_display.IsDue(Middle));
        Assert.True(_display.IsDue(End));
    }
}
