namespace Personio.Client;

/// <summary>A date as written: the local time and its UTC offset.</summary>
/// <param name="WallClock">The local time; its Kind is Unspecified.</param>
/// <param name="Offset">The UTC offset; null if none was written.</param>
public readonly record struct ParsedDate(DateTime WallClock, TimeSpan? Offset)
{
    /// <summary>The instant in UTC; null if no UTC offset was written.</summary>
    public DateTime? Utc => Offset is { } offset ? new DateTimeOffset(WallClock, offset).UtcDateTime : null;

    /// <summary>Creates a date from a DateTime without converting it. Only Kind Utc implies an offset.</summary>
    public static ParsedDate From(DateTime moment) => new(
        DateTime.SpecifyKind(moment, DateTimeKind.Unspecified),
        moment.Kind == DateTimeKind.Utc ? TimeSpan.Zero : null);

    /// <summary>Creates a date from an instant and its UTC offset.</summary>
    public static ParsedDate From(DateTimeOffset instant) => new(instant.DateTime, instant.Offset);
}
