namespace ListmonkPS.Core.Diagnosis.Checks.Database.Health;

/// <summary>No transaction stays open while nobody works in it.</summary>
internal sealed class DatabaseIdleCheck() : DatabaseAspectCheck("database.idle-transactions", DatabaseAspect.IdleTransactions, OptInEffect.Weakens);
