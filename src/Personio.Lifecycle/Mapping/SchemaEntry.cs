namespace Personio.Lifecycle;

/// <summary>An attribute as the directory's schema tells it.</summary>
public sealed record SchemaEntry
{
    /// <summary>The name, case-sensitive where the directory is; nested ones with a dot: <c>name.given</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Whether the directory stores it. Values of other attributes are lost without a word.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>The type, for example STRING.</summary>
    public string? Type { get; init; }

    /// <summary>The greatest length; null where none is known.</summary>
    public int? MaxLength { get; init; }

    /// <summary>The pattern of values; null where there is none.</summary>
    public string? Pattern { get; init; }

    /// <summary>The only values it takes; empty where it takes all.</summary>
    public IReadOnlyList<string> AllowedValues { get; init => field = value ?? []; } = [];
}
