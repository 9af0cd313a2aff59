namespace Personio.Models;

/// <summary>The start or end of an absence: a local date and time and, for whole or half days, the half.</summary>
[FlatMember("date_time")]
internal sealed record AbsenceBoundary : ApiObject
{
    public DateTime? DateTime { get; init; }

    /// <summary>FIRST_HALF, SECOND_HALF, or null.</summary>
    public string? Type { get; init; }

    /// <summary>First or Second, as parameters spell it; other text is unchanged.</summary>
    public string? Half => Type?.ToUpperInvariant() switch
    {
        null or "" => null,
        "FIRST_HALF" => "First",
        "SECOND_HALF" => "Second",
        _ => Type,
    };

    // An unknown type does not show how to read the date.
    public bool NamesHalf => Half is "First" or "Second";
}
