using System.Text.RegularExpressions;

namespace ListmonkPS.Core.Evidence.Logs.Lines;

/// <summary>What a message is about when it has a form.</summary>
/// <param name="Form">The form; groups id (subscriber), subject and version are read out of it.</param>
/// <param name="Class">The class.</param>
/// <param name="IsOptIn">Whether it is about opt-in mail; null when the form does not tell.</param>
/// <param name="HasReply">True when words of a mail server may stand in it.</param>
internal sealed record LineRule(Regex Form, LogClass Class, bool? IsOptIn, bool HasReply = false);
