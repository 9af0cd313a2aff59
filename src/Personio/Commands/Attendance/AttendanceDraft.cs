namespace Personio;

/// <summary>
/// A period of attendance about to be created or changed, as far as it is known. Rejects what can be recognized as
/// wrong before the request.
/// </summary>
internal sealed record AttendanceDraft : IPeriodDraft
{
    private const int MaxCommentLength = 1000;
    private static readonly TimeSpan s_maxLength = TimeSpan.FromHours(24);

    public string? PersonId { get; init; }

    /// <summary>Work or break; null if unknown.</summary>
    public string? Type { get; init; }

    public DateTime? Start { get; init; }

    /// <summary>The end; null while the period is running, or if unknown.</summary>
    public DateTime? End { get; init; }

    public string? Comment { get; init; }

    public string? ProjectId { get; init; }

    /// <inheritdoc/>
    public PeriodKey Key => new(PersonId, Type, Start, End)
    {
        ProjectId = string.IsNullOrEmpty(ProjectId) ? null : ProjectId,
    };

    /// <summary>True if nothing is known that would identify the period to a reader.</summary>
    public bool IsEmpty => PersonId is null && Type is null && Start is null && string.IsNullOrEmpty(ProjectId);

    /// <summary>Rejects what Personio would reject.</summary>
    /// <exception cref="PersonioException">A value is invalid (<c>InvalidRequest</c>).</exception>
    public AttendanceDraft Check()
    {
        string? wrong = this switch
        {
            { Start: { } start, End: { } end } when end == start =>
                $"its start and end are the same, {DateText.Minute(start)}",
            { Start: { } start, End: { } end } when end < start =>
                $"it ends at {DateText.Minute(end)}, before it starts at {DateText.Minute(start)}",
            { Start: { } start, End: { } end } when end - start > s_maxLength =>
                $"from {DateText.Minute(start)} to {DateText.Minute(end)} is over 24 hours: cut it into days",
            { ProjectId.Length: > 0 } when string.Equals(Type, "Break", StringComparison.OrdinalIgnoreCase) =>
                $"a break cannot have a project; omit ProjectId {ProjectId}",
            { Comment.Length: > MaxCommentLength } =>
                $"its comment has {Comment!.Length} characters; the limit is {MaxCommentLength}",
            _ => null,
        };
        return wrong is null
            ? this
            : throw PersonioException.Invalid($"{WithPerson("Attendance")} was not written: {wrong}.");
    }

    /// <summary>The body of the creation request.</summary>
    public IReadOnlyDictionary<string, object?> ToBody() => ChangeBody.ForNew()
        .AddReference(nameof(PersonId), "person", PersonId)
        .Add(nameof(Type), "type", Type?.ToUpperInvariant())
        .AddMoment(nameof(Start), "start", Start)
        .AddMoment(nameof(End), "end", End)
        .Add(nameof(Comment), "comment", Comment)
        .AddReference(nameof(ProjectId), "project", ProjectId)
        .Members;

    /// <summary>The period in words, for <c>-WhatIf</c> and <c>-Confirm</c>.</summary>
    public override string ToString() => InWords(null);

    /// <inheritdoc/>
    public string InWords(string? personName) =>
        WithPerson(Type ?? "Attendance")
        + (personName is null ? "" : $" ({personName})")
        + (Start is { } start ? $", {DateText.Minute(start)} to {DateText.Minute(End) ?? "open end"}" : "")
        + (string.IsNullOrEmpty(ProjectId) ? "" : $", project {ProjectId}");

    private string WithPerson(string what) => PersonId is null ? what : $"{what} of person {PersonId}";
}
