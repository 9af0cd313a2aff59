namespace Personio.Sandbox;

/// <summary>The counters since the start or the last clearing of the log, and the size of the company.</summary>
internal sealed record ControlCounters(
    int Requests, int TokenRequests, int MaxInFlight, int Status429, int Faults, int Writes, int Persons,
    int AbsencePeriods);
