namespace Personio.Sandbox;

/// <summary>What was counted since the start, or since the log was cleared, and how large the company is.</summary>
internal sealed record ControlCounters(
    int Requests, int TokenRequests, int MaxInFlight, int Status429, int Faults, int Writes, int Persons,
    int AbsencePeriods);
