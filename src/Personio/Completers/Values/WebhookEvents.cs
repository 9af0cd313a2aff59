namespace Personio.Completers;

/// <summary>The webhook events that Personio documents.</summary>
internal abstract class WebhookEvents : IFixedValues
{
    /// <summary>The names of the events.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "absence-period.created", "absence-period.deleted", "absence-period.updated.status",
        "absence-period.updated.timerange", "attendance-period.created", "attendance-period.deleted",
        "attendance-period.updated", "document.created", "document.deleted", "document.signed", "document.updated",
        "employment.created", "employment.deleted", "employment.started", "employment.terminated", "employment.updated",
        "employment.updated.cost-centers", "person.created", "person.deleted", "person.updated",
    ];

    /// <inheritdoc/>
    public static IReadOnlyList<(string Text, string ToolTip)> Values { get; } =
        [.. Names.Select(name => (name, name))];
}
