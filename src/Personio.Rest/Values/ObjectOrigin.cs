namespace Personio.Rest;

/// <summary>
/// Where an object came from. Not part of the object's value: two objects that differ only in their origin are equal.
/// </summary>
/// <param name="source">The origin; null if unknown.</param>
internal readonly struct ObjectOrigin(object? source) : IEquatable<ObjectOrigin>
{
    /// <summary>The origin; null if unknown.</summary>
    public object? Source { get; } = source;

    /// <inheritdoc/>
    public bool Equals(ObjectOrigin other) => true;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ObjectOrigin;

    /// <inheritdoc/>
    public override int GetHashCode() => 0;
}
