namespace Personio.Client;

/// <summary>The break that a day of work requires.</summary>
/// <param name="OverHours">The hours of work above which it is required.</param>
/// <param name="Minutes">The required minutes of break.</param>
public readonly record struct RequiredBreak(decimal OverHours, decimal Minutes);
