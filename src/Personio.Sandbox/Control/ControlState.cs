namespace Personio.Sandbox;

/// <summary>The current values of the knobs, and the counters.</summary>
internal sealed record ControlState(IReadOnlyDictionary<string, object?> Knobs, ControlCounters Counters);
