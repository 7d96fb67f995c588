namespace ListmonkPS.Core.Diagnosis.Checks.Database.Health;

/// <summary>No statement takes the time that others need.</summary>
internal sealed class DatabaseSlowCheck() : DatabaseAspectCheck("database.long-queries", DatabaseAspect.LongQueries, OptInEffect.Weakens);
