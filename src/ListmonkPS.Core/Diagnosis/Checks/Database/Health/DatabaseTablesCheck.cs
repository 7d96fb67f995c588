namespace ListmonkPS.Core.Diagnosis.Checks.Database.Health;

/// <summary>The tables are analysed, and not full of dead rows.</summary>
internal sealed class DatabaseTablesCheck() : DatabaseAspectCheck("database.tables", DatabaseAspect.Tables, OptInEffect.Weakens);
