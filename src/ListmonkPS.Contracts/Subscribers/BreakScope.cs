namespace ListmonkPS;

/// <summary>Which sign-ups a break was looked for in.</summary>
public enum BreakScope
{
    /// <summary>All of them, each person once a sign-up however many lists it was for.</summary>
    Total,

    /// <summary>Those to one list.</summary>
    List,

    /// <summary>Those with addresses of one mail domain.</summary>
    Domain,

    /// <summary>Those within one hour of the day, local time: a daily quota hits the later ones.</summary>
    HourOfDay,
}
