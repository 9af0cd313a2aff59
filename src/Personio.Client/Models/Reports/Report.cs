using System.Text.Json.Serialization;

namespace Personio.Models;

/// <summary>A report that is shared with the credential; its rows are read separately.</summary>
public sealed record Report : ApiObject, IIdentified
{
    /// <summary>The id, a UUID.</summary>
    [JsonPropertyName("id")]
    public string? ReportId { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The type of chart. Personio returns the rows of plain tables only.</summary>
    public string? ChartType { get; init; }

    /// <summary>When the report was last edited; a time without a time zone is treated as UTC.</summary>
    [JsonIgnore]
    public DateTimeOffset? EditedAt => EditedPart?.Instant;

    string? IIdentified.Identity => ReportId;

    [JsonInclude]
    [JsonPropertyName("edited_at")]
    internal InstantPart? EditedPart { get; init; }

    private protected override IEnumerable<(string Name, ApiObject? Value)> Parts => [("edited_at", EditedPart)];

    /// <inheritdoc/>
    public override string ToString() => Name ?? ReportId ?? "";
}
