namespace Personio.Models;

/// <summary>Where an absence begins or ends: a moment on the wall, and for whole or half days which half.</summary>
[FlatMember("date_time")]
internal sealed record AbsenceBoundary : ApiObject
{
    public DateTime? DateTime { get; init; }

    /// <summary>FIRST_HALF, SECOND_HALF, or null.</summary>
    public string? Type { get; init; }

    /// <summary>First or Second, as it is written, too; other text stays as it is.</summary>
    public string? Half => Type?.ToUpperInvariant() switch
    {
        null or "" => null,
        "FIRST_HALF" => "First",
        "SECOND_HALF" => "Second",
        _ => Type,
    };

    // An unknown type says nothing about how the date is meant.
    public bool NamesHalf => Half is "First" or "Second";
}
