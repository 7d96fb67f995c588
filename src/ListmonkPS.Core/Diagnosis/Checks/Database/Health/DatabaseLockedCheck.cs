namespace ListmonkPS.Core.Diagnosis.Checks.Database.Health;

/// <summary>Nobody waits for a lock that nobody lets go.</summary>
internal sealed class DatabaseLockedCheck() : DatabaseAspectCheck("database.locked", DatabaseAspect.Blocking, OptInEffect.StopsAll);
