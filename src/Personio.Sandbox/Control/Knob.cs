namespace Personio.Sandbox;

/// <summary>One knob: its JSON name, its command-line switch, and how it is read and set.</summary>
internal sealed record Knob(
    string Name, string Switch, string Value, string Help,
    Func<SandboxOptions, object?> Get, Func<SandboxOptions, string, bool> TrySet)
{
    /// <summary>True if a change takes effect while the sandbox runs.</summary>
    public bool IsLive { get; init; } = true;

    /// <summary>True for a switch without a value, which turns something on.</summary>
    public bool IsFlag => Value == "";
}
