namespace ListmonkPS.Core.Diagnosis.Checks.Log;

/// <summary>
/// The queue of mails has room. Up to v4.1.0 opt-in mails share queue and workers with campaigns; when these are held by a slow mail server, an opt-in mail is dropped after three seconds (6.1).
/// </summary>
internal sealed class WorkersBlockedCheck() : LogCheck("log.workers-blocked", LogClass.Queue, OptInStage.Composing, OptInEffect.StopsSome, isSymptom: false);
