namespace ListmonkPS.Core.Diagnosis.Checks.Database.Health;

/// <summary>The tables are those of the running version: else statements fail on what is missing, or listmonk does not start.</summary>
internal sealed class DatabaseMigrationsCheck() : DatabaseAspectCheck("database.migrations", DatabaseAspect.Migrations, OptInEffect.StopsAll);
