namespace ListmonkPS.Core.Mail.Composing;

/// <summary>What a confirmation mail says, with fields for what differs from person to person.</summary>
/// <param name="Subject">Subject, one line.</param>
/// <param name="Text">Plain part; null for none.</param>
/// <param name="Html">HTML part; null for none.</param>
/// <param name="Hash">Fingerprint of the template: another template has another.</param>
internal sealed record MailTemplate(TemplateText Subject, TemplateText? Text, TemplateText? Html, string Hash);
