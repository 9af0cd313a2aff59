namespace Personio.Sandbox;

/// <summary>Why the control API did not do something, and which knob was to blame.</summary>
internal sealed record ControlError(string Error, string Knob);
