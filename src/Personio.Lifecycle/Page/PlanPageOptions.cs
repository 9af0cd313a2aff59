namespace Personio.Lifecycle;

/// <summary>What a page of a plan says about itself.</summary>
public sealed record PlanPageOptions
{
    /// <summary>The title.</summary>
    public string Title { get; init; } = "Directory changes";

    /// <summary>When the page was made; null leaves it out.</summary>
    public DateTimeOffset? MadeAt { get; init; }

    /// <summary>What to know about the plan as a whole: the warnings of the comparison.</summary>
    public IReadOnlyList<string> Warnings { get; init => field = value ?? []; } = [];
}
