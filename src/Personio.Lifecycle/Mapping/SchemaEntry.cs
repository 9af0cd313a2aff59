namespace Personio.Lifecycle;

/// <summary>An attribute in the directory's schema.</summary>
public sealed record SchemaEntry
{
    /// <summary>The name, case-sensitive if the directory is; nested names use a dot: <c>name.given</c>.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// Whether the directory stores the attribute. Values of disabled attributes are silently dropped.
    /// </summary>
    public bool Enabled { get; init; } = true;

    /// <summary>The type, for example STRING.</summary>
    public string? Type { get; init; }

    /// <summary>Whether values are always lists; null if unknown.</summary>
    public bool? IsMultiValued { get; init; }

    /// <summary>The maximum length; null if unknown.</summary>
    public int? MaxLength { get; init; }

    /// <summary>The pattern for values; null if there is none.</summary>
    public string? Pattern { get; init; }

    /// <summary>The only values that are accepted; empty if all are.</summary>
    public IReadOnlyList<string> AllowedValues { get; init => field = value ?? []; } = [];
}
