using ListmonkPS.Shell.Views.Cells;

namespace ListmonkPS.Core.Tests.Shell;

/// <summary>A command that is too long for a line is still pasted as one.</summary>
public sealed class CommandTextTests
{
    [Theory]
    [InlineData("Invoke-OptInResend -Run april", 80, "Invoke-OptInResend -Run april")]
    [InlineData("Invoke-OptInResend -Run april -DailyLimit 500", 31, "Invoke-OptInResend -Run april `|-DailyLimit 500")]
    [InlineData("Invoke-OptInResend -Run april -DailyLimit 500", 30, "Invoke-OptInResend `|-Run april -DailyLimit 500")]
    [InlineData("Get-OptInResend -Run april -State InDoubt, GaveUp", 30, "Get-OptInResend -Run april `|-State InDoubt, GaveUp")]
    [InlineData("A -TemplatePath 'my -late mail.txt' -B", 20, "A `|-TemplatePath 'my -late mail.txt' `|-B")]
    [InlineData("A -To 'o''neill -and more' -B", 12, "A `|-To 'o''neill -and more' `|-B")]
    public void It_breaks_before_parameters_and_never_in_a_literal(string command, int width, string lines) =>
        Assert.Equal(lines.Split('|'), CommandText.Wrap(command, width));
}
