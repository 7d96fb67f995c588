namespace ListmonkPS.Core.Diagnosis.Checks.Dns.Spf;

/// <summary>There is one SPF record only: of several none counts.</summary>
internal sealed class SpfSeveralCheck() : SpfFaultCheck(SpfFaults.Several, "4.5");
