using Personio.Client;
using Personio.Models;

namespace Personio;

/// <summary>
/// An absence about to be created or changed. Rejects what can be recognized as wrong before the request, and builds
/// the request body.
/// </summary>
internal sealed record AbsenceDraft : IPeriodDraft
{
    /// <summary>The error text for an absence that has both a last day and an open end.</summary>
    public const string EndConflict = "EndDate and OpenEnd cannot be combined";

    private const int MaxCommentLength = 2000;

    public required string PersonId { get; init; }

    public required AbsenceType Type { get; init; }

    public required DateTime Start { get; init; }

    /// <summary>The last day, inclusive; null for an open end.</summary>
    public DateTime? End { get; init; }

    public DayHalf? StartHalf { get; init; }

    public DayHalf? EndHalf { get; init; }

    public string? Comment { get; init; }

    public string? SubstituteId { get; init; }

    /// <summary>The attempted action, for messages: created or changed.</summary>
    public string Action { get; init; } = "created";

    /// <summary>How the company's API interprets the last day.</summary>
    public AbsenceEndReading Reading { get; init; }

    /// <summary>The start on the wire.</summary>
    public object StartsFrom => Boundary(Start, StartHalf ?? DayHalf.First);

    /// <summary>The end on the wire; null for an open end.</summary>
    public object? EndsAt => WireEnd is { } end ? Boundary(end, EndHalf ?? DayHalf.Second) : null;

    /// <summary>The days that Personio should book; null if the type is counted in hours or the end is open.</summary>
    public AbsenceDays? Days => !IsOpenToReading ? null : new AbsenceDays(Start.Date, End!.Value.Date, WireEnd!.Value)
    {
        HasHalfDay = StartHalf == DayHalf.Second || EndHalf == DayHalf.First,
    };

    /// <summary>True if the wire form of the end depends on the company.</summary>
    public bool IsOpenToReading => !IsHourly && End is not null;

    /// <inheritdoc/>
    public PeriodKey Key => new(PersonId, Type.AbsenceTypeId, Start, End)
    {
        StartsAtMidday = StartHalf == DayHalf.Second,
        EndsAtMidday = EndHalf == DayHalf.First,
    };

    /// <summary>The time that the absence covers.</summary>
    public AbsenceSpan Span =>
        AbsenceSpan.Create(Start, StartHalf == DayHalf.Second, End, EndHalf == DayHalf.First);

    private DateTime? WireEnd => IsOpenToReading && Reading != AbsenceEndReading.Inclusive ? End?.AddDays(1) : End;

    private bool IsHourly => AbsenceUnit.IsHour(Type.Unit);

    /// <summary>Rejects what Personio would reject, and values that nobody can have meant.</summary>
    /// <exception cref="PersonioException">A value is invalid (<c>InvalidRequest</c>).</exception>
    public AbsenceDraft Check()
    {
        string? wrong = this switch
        {
            { End: { } end } when end.Date == DateTime.MaxValue.Date =>
                $"it ends on {DateText.DayOrMinute(end)}, the last day there is",
            { End: { } end } when end < (IsHourly ? Start : Start.Date) =>
                $"it ends on {DateText.DayOrMinute(end)}, before it starts on {DateText.DayOrMinute(Start)}",
            { IsHourly: true, End: null } => $"'{Type.Name}' is counted in hours and needs an end with a time",
            { IsHourly: true, End: { } end } when end.TimeOfDay == TimeSpan.Zero =>
                $"'{Type.Name}' is counted in hours: specify StartDate and EndDate with times, not ending at midnight",
            { IsHourly: true, End: { } end } when end == Start => "its start and end are the same",
            { IsHourly: true, End: { } end } when end.Date != Start.Date =>
                $"'{Type.Name}' is counted in hours: start and end must lie on one day",
            { IsHourly: true } when StartHalf is not null || EndHalf is not null =>
                $"'{Type.Name}' is counted in hours and has no half days",
            { IsHourly: false } when Start.TimeOfDay != TimeSpan.Zero || End?.TimeOfDay > TimeSpan.Zero =>
                $"'{Type.Name}' is counted in days: specify days without times, and StartHalf or EndHalf for half days",
            { End: null, EndHalf: not null } => "EndHalf requires EndDate",
            { StartHalf: DayHalf.Second, EndHalf: DayHalf.First } when End == Start =>
                "a single day cannot start in the second half and end in the first",
            _ => FindCommentError(Comment),
        };
        return wrong is null
            ? this
            : throw PersonioException.Invalid($"The absence of person {PersonId} was not {Action}: {wrong}.");
    }

    /// <summary>Rejects a comment that Personio does not accept, for a change to nothing but the comment.</summary>
    /// <exception cref="PersonioException">The comment is too long (<c>InvalidRequest</c>).</exception>
    public static void CheckComment(string? comment)
    {
        if (FindCommentError(comment) is { } wrong)
        {
            throw PersonioException.Invalid($"The absence was not changed: {wrong}.");
        }
    }

    /// <summary>The body of the creation request.</summary>
    public IReadOnlyDictionary<string, object?> ToBody() => ChangeBody.ForNew()
        .AddReference(nameof(PersonId), "person", PersonId)
        .AddReference(nameof(Type), "absence_type", Type.AbsenceTypeId)
        .Add(nameof(Start), "starts_from", StartsFrom)
        .Add(nameof(End), "ends_at", EndsAt)
        .Add(nameof(Comment), "comment", Comment)
        .AddReference(nameof(SubstituteId), "substitute", SubstituteId)
        .Members;

    /// <summary>The absence in words, for <c>-WhatIf</c> and <c>-Confirm</c>.</summary>
    public override string ToString() => InWords(null);

    /// <inheritdoc/>
    public string InWords(string? personName) =>
        $"{Type.Name ?? Type.AbsenceTypeId} of person {PersonId}{(personName is null ? "" : $" ({personName})")}, "
        + $"{DateText.DayOrMinute(Start)}{Words(StartHalf, DayHalf.First)} to "
        + (End is { } end ? $"{DateText.DayOrMinute(end)}{Words(EndHalf, DayHalf.Second)}" : "open end");

    private static string? FindCommentError(string? comment) => comment?.Length > MaxCommentLength
        ? $"its comment has {comment.Length} characters; the limit is {MaxCommentLength}"
        : null;

    private static string Words(DayHalf? half, DayHalf whole) =>
        half is null || half == whole ? "" : $" ({half} half)";

    private Dictionary<string, object?> Boundary(DateTime moment, DayHalf half)
    {
        var boundary = new Dictionary<string, object?>
        {
            ["date_time"] = DateText.WallClock(moment),
        };
        if (!IsHourly)
        {
            boundary["type"] = half == DayHalf.First ? "FIRST_HALF" : "SECOND_HALF";
        }

        return boundary;
    }
}
