namespace Personio.Sandbox;

/// <summary>One knob: its name in JSON, its switch on the command line, and how it is read and turned.</summary>
internal sealed record Knob(
    string Name, string Switch, string Value, string Help,
    Func<SandboxOptions, object?> Get, Func<SandboxOptions, string, bool> TrySet)
{
    /// <summary>Whether turning it has an effect while the sandbox runs.</summary>
    public bool IsLive { get; init; } = true;

    /// <summary>Switches without a value turn something on.</summary>
    public bool IsFlag => Value == "";
}
