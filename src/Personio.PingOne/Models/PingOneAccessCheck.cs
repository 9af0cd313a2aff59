namespace Personio.Models;

/// <summary>What the worker app of a session may do in one area of an environment.</summary>
public sealed record PingOneAccessCheck
{
    /// <summary>The area, for example Users.</summary>
    public string? Area { get; init; }

    /// <summary>Read or Write.</summary>
    public string? Access { get; init; }

    /// <summary>Granted, MissingRole, or Unknown if that cannot be determined without writing.</summary>
    public string? Status { get; init; }

    /// <summary>The least privileged role that grants it.</summary>
    public string? Role { get; init; }

    /// <summary>The commands that need it.</summary>
    public ValueList<string> Cmdlets { get; init; } = new([]);

    /// <summary>PingOne's answer, or the basis of the status.</summary>
    public string? Detail { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Area}: {Access} {Status}";
}
