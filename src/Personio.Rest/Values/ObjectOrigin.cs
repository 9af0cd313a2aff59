namespace Personio.Rest;

/// <summary>
/// What an object came from. Not a part of what the object is: two objects that differ in it alone are equal.
/// </summary>
/// <param name="source">The origin; null where it is not known.</param>
internal readonly struct ObjectOrigin(object? source) : IEquatable<ObjectOrigin>
{
    /// <summary>The origin; null where it is not known.</summary>
    public object? Source { get; } = source;

    /// <inheritdoc/>
    public bool Equals(ObjectOrigin other) => true;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ObjectOrigin;

    /// <inheritdoc/>
    public override int GetHashCode() => 0;
}
