namespace ListmonkPS.Core.Diagnosis.Checks.Database.Health;

/// <summary>The server takes changes: else nobody can sign up, and nobody confirm.</summary>
internal sealed class DatabaseReadOnlyCheck() : DatabaseAspectCheck("database.read-only", DatabaseAspect.Writing, OptInEffect.StopsAll);
