namespace ListmonkPS.Core.Diagnosis.Checks.Log;

/// <summary>listmonk does not break off. Without an enabled SMTP server it does so at every opt-in mail from v5 on (B21), and the visitor sees a broken connection.</summary>
internal sealed class PanicCheck() : LogCheck("log.panic", LogClass.Panic, OptInStage.Acceptance, OptInEffect.StopsSome, isSymptom: true);
