namespace ListmonkPS.Core.Tests.Listmonk.OptIn.Breaks;

/// <summary>What happens in a simulated history.</summary>
public enum BreakKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>From a moment on nobody can confirm.</summary>
    Zero,

    /// <summary>From a moment on every second one cannot.</summary>
    Half,

    /// <summary>From a moment on people of one mail domain cannot.</summary>
    Domain,

    /// <summary>From a moment on those who sign up after 14 hours cannot, as with a daily quota.</summary>
    Afternoons,
}
