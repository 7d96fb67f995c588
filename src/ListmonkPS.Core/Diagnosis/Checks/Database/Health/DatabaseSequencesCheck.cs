namespace ListmonkPS.Core.Diagnosis.Checks.Database.Health;

/// <summary>Numbers are left for new subscribers.</summary>
internal sealed class DatabaseSequencesCheck() : DatabaseAspectCheck("database.sequences", DatabaseAspect.Sequences, OptInEffect.StopsAll);
