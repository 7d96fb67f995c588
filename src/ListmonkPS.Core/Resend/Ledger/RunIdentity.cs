namespace ListmonkPS.Core.Resend.Ledger;

/// <summary>What makes a run this run: who resumes it must mean the same.</summary>
/// <param name="Name">Name, unique on its server.</param>
/// <param name="Via">How it sends.</param>
/// <param name="Account">Account whose limits count, as host (user).</param>
/// <param name="Template">Hash of the template; empty for listmonk's own.</param>
/// <param name="Plan">Hash of the plan file; empty without one.</param>
internal sealed record RunIdentity(string Name, ResendRoute Via, string Account, string Template, string Plan);
