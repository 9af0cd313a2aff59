namespace Personio.Client;

/// <summary>The part of a day on which a person is absent.</summary>
public enum DayPart
{
    /// <summary>All day.</summary>
    Whole,

    /// <summary>Until midday.</summary>
    FirstHalf,

    /// <summary>From midday on.</summary>
    SecondHalf,

    /// <summary>From one time to another.</summary>
    Hours,
}
