namespace Personio.Client;

/// <summary>A date as it was written: what the clock shows, and how far from UTC that clock is.</summary>
/// <param name="WallClock">What the clock shows; Kind is Unspecified.</param>
/// <param name="Offset">The distance from UTC; null where none was written.</param>
public readonly record struct ParsedDate(DateTime WallClock, TimeSpan? Offset)
{
    /// <summary>The instant in UTC; null where no distance from UTC was written.</summary>
    public DateTime? Utc => Offset is { } offset ? new DateTimeOffset(WallClock, offset).UtcDateTime : null;

    /// <summary>Takes a DateTime as it is. Only Kind Utc says how far from UTC it is.</summary>
    public static ParsedDate From(DateTime moment) => new(
        DateTime.SpecifyKind(moment, DateTimeKind.Unspecified),
        moment.Kind == DateTimeKind.Utc ? TimeSpan.Zero : null);

    /// <summary>Takes an instant with its distance from UTC.</summary>
    public static ParsedDate From(DateTimeOffset instant) => new(instant.DateTime, instant.Offset);
}
