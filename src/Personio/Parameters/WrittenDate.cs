namespace Personio.Parameters;

/// <summary>A date as it was written: what the clock shows, and how far from UTC that clock is.</summary>
/// <param name="WallClock">What the clock shows; Kind is Unspecified.</param>
/// <param name="Offset">The distance from UTC; null where none was given.</param>
internal readonly record struct WrittenDate(DateTime WallClock, TimeSpan? Offset)
{
    /// <summary>The instant. Without an offset the clock is this computer's.</summary>
    public DateTime Utc => Offset is { } offset
        ? new DateTimeOffset(WallClock, offset).UtcDateTime
        : DateTime.SpecifyKind(WallClock, DateTimeKind.Local).ToUniversalTime();

    /// <summary>A DateTime as PowerShell has it.</summary>
    public static WrittenDate Of(DateTime moment) => new(
        DateTime.SpecifyKind(moment, DateTimeKind.Unspecified),
        moment.Kind == DateTimeKind.Utc ? TimeSpan.Zero : null);

    /// <summary>An instant.</summary>
    public static WrittenDate Of(DateTimeOffset instant) => new(instant.DateTime, instant.Offset);
}
