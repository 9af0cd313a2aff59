namespace Personio.Sandbox;

/// <summary>The reason why a control request was rejected, and the offending knob.</summary>
internal sealed record ControlError(string Error, string Knob);
