namespace ListmonkPS.Core.Mail.Smtp.Wire;

/// <summary>Digits as SMTP knows them: ASCII only.</summary>
internal static class DigitSpan
{
    /// <summary>True when there is nothing but digits.</summary>
    public static bool ContainsOnlyDigits(this ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
