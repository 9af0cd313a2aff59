namespace Personio.Sandbox.Api;

/// <summary>The attributes of an absence in v1.</summary>
internal sealed record V1TimeOff
{
    public required int Id { get; init; }

    public required string Status { get; init; }

    public string? Comment { get; init; }

    public required string StartDate { get; init; }

    public required string EndDate { get; init; }

    public decimal DaysCount { get; init; }

    public bool HalfDayStart { get; init; }

    public bool HalfDayEnd { get; init; }

    public required V1Resource TimeOffType { get; init; }

    public V1Resource? Employee { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public required string IdV2 { get; init; }
}
