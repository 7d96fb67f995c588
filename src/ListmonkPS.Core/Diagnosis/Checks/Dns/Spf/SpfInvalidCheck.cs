namespace ListmonkPS.Core.Diagnosis.Checks.Dns.Spf;

/// <summary>The SPF record is right, and so is all that it leads to.</summary>
internal sealed class SpfInvalidCheck() : SpfFaultCheck(SpfFaults.Invalid, "4.6");
