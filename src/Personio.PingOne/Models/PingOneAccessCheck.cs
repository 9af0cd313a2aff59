namespace Personio.Models;

/// <summary>What the worker app of a session may do with one part of an environment.</summary>
public sealed record PingOneAccessCheck
{
    /// <summary>The part, for example Users.</summary>
    public string? Area { get; init; }

    /// <summary>Read or Write.</summary>
    public string? Access { get; init; }

    /// <summary>Granted, MissingRole, or Unknown where nothing tells without writing.</summary>
    public string? Status { get; init; }

    /// <summary>The smallest role that grants it.</summary>
    public string? Role { get; init; }

    /// <summary>The commands it is for.</summary>
    public ValueList<string> Cmdlets { get; init; } = new([]);

    /// <summary>What PingOne said, or what the status was concluded from.</summary>
    public string? Detail { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Area}: {Access} {Status}";
}
