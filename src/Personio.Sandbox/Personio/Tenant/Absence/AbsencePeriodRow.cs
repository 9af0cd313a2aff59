using System.Text.Json;

namespace Personio.Sandbox.Tenant;

/// <summary>One absence of a person.</summary>
internal sealed class AbsencePeriodRow : Row
{
    public required string PersonId { get; init; }

    public override string? OwnerId => PersonId;

    public required AbsenceTypeRow Type { get; init; }

    public Boundary Start { get; set; }

    /// <summary>
    /// Null: nobody knows when it ends. With a half it names the last day; what is sent and received may be the
    /// midnight after it.
    /// </summary>
    public Boundary? End { get; set; }

    public string? Comment { get; set; }

    public required string Status { get; set; }

    public string? SubstituteId { get; init; }

    /// <summary>Whether it is a leave that HR manages: listed like any absence, and not changed through the API.</summary>
    public bool IsManagedLeave { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>The first moment of the absence: noon when it begins with the second half of a day.</summary>
    public DateTime From => Start.Half == Boundary.SecondHalf ? Start.At.Date.AddHours(12) : Start.At;

    /// <summary>
    /// The first moment after the absence. With a half the end names the last day, without one it is the boundary
    /// itself: midnight after the last day, or the hour at which somebody is back.
    /// </summary>
    public DateTime Until => End switch
    {
        null => DateTime.MaxValue,
        { Half: Boundary.FirstHalf } end => end.At.Date.AddHours(12),
        { Half: Boundary.SecondHalf } end => end.At.Date.AddDays(1),
        { } end => end.At,
    };

    public bool Overlaps(AbsencePeriodRow other) => From < other.Until && other.From < Until;

    public override void Write(Utf8JsonWriter json, RowStyle style)
    {
        json.WriteStartObject();
        json.WriteString("id", Id);
        json.Reference("person", PersonId);
        json.Reference("absence_type", Type.Id);
        WriteBoundary(json, "starts_from", Start);
        WriteBoundary(json, "ends_at", style.InclusiveAbsenceEnds ? End : End?.ToExclusiveEnd());
        json.WriteString("timezone_id", SandboxTenant.TimeZoneId);
        json.WriteString("comment", Comment);
        json.WriteStartObject("approval");
        json.WriteString("status", Status);
        json.WriteEndObject();
        json.Reference("substitute", SubstituteId);
        json.WriteString("created_at", JsonText.Instant(CreatedAt));
        json.WriteString("updated_at", JsonText.Instant(UpdatedAt));
        json.WriteEndObject();
    }

    private static void WriteBoundary(Utf8JsonWriter json, string name, Boundary? boundary)
    {
        if (boundary is not { } known)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("date_time", JsonText.Wall(known.At));
        json.WriteString("type", known.Half);
        json.WriteEndObject();
    }
}
