namespace Personio.Lifecycle;

/// <summary>The title, creation time and warnings of a plan's page.</summary>
public sealed record PlanPageOptions
{
    /// <summary>The title.</summary>
    public string Title { get; init; } = "Directory changes";

    /// <summary>When the page was created; null to omit it.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The warnings of the comparison about the plan as a whole.</summary>
    public IReadOnlyList<string> Warnings { get; init => field = value ?? []; } = [];
}
