namespace Personio.Client;

/// <summary>How much of one day an absence takes.</summary>
/// <param name="Day">The day.</param>
/// <param name="Days">Days; zero where the day counts in hours.</param>
/// <param name="Hours">Hours; zero where the day counts in days.</param>
public readonly record struct AbsenceAmount(DateTime Day, decimal Days, decimal Hours);
