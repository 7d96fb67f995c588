namespace ListmonkPS.Core.Diagnosis.Checks.Database.Health;

/// <summary>The disk of the database has room left, as far as that can be known.</summary>
internal sealed class DatabaseDiskCheck() : DatabaseAspectCheck("database.disk-full", DatabaseAspect.Disk, OptInEffect.StopsAll);
