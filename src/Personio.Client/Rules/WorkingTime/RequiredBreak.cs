namespace Personio.Client;

/// <summary>How much break a day needs.</summary>
/// <param name="OverHours">With more hours of work than these.</param>
/// <param name="Minutes">So many minutes of break.</param>
public readonly record struct RequiredBreak(decimal OverHours, decimal Minutes);
