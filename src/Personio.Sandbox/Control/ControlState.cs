namespace Personio.Sandbox;

/// <summary>How the knobs stand, and what was counted.</summary>
internal sealed record ControlState(IReadOnlyDictionary<string, object?> Knobs, ControlCounters Counters);
