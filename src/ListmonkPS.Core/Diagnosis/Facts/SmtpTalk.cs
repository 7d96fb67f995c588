using ListmonkPS.Core.Evidence.Smtp;

namespace ListmonkPS.Core.Diagnosis.Facts;

/// <summary>One block with its conversation.</summary>
/// <param name="Block">The block.</param>
/// <param name="Address">How its members are addressed: smtp/primary.</param>
/// <param name="Test">The conversation.</param>
internal sealed record SmtpTalk(SmtpBlock Block, string Address, SmtpTest Test);
