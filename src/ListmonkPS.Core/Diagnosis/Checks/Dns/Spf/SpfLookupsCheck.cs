namespace ListmonkPS.Core.Diagnosis.Checks.Dns.Spf;

/// <summary>The SPF record needs no more lookups than receivers make.</summary>
internal sealed class SpfLookupsCheck() : SpfFaultCheck(SpfFaults.Lookups, "4.6.4");
