namespace Personio.Sandbox.PingOne.Directory;

/// <summary>A filter that the service does not accept.</summary>
internal sealed class FilterException(
    string message, IReadOnlyList<string>? attributes, IReadOnlyList<string>? operators)
    : Exception(message)
{
    /// <summary>The attributes that can be filtered, if the one in the filter cannot.</summary>
    public IReadOnlyList<string>? Attributes { get; } = attributes;

    /// <summary>The operators of the attribute, if the one in the filter is not supported.</summary>
    public IReadOnlyList<string>? Operators { get; } = operators;
}
