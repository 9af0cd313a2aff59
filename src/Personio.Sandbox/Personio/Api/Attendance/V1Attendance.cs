namespace Personio.Sandbox.Api;

/// <summary>The attributes of an attendance period in v1.</summary>
internal sealed record V1Attendance
{
    public required long Employee { get; init; }

    public DateOnly Date { get; init; }

    public required string StartTime { get; init; }

    public required string EndTime { get; init; }

    /// <summary>In minutes; breaks are separate rows and not included here.</summary>
    public int Break { get; init; }

    public string? Comment { get; init; }

    public DateTime UpdatedAt { get; init; }

    public required string Status { get; init; }

    public bool IsHoliday { get; init; }

    public bool IsOnTimeOff { get; init; }

    public V1Resource? Project { get; init; }

    public required string IdV2 { get; init; }
}
