using System.Text.Json.Serialization;
using Personio.Sandbox.Json;

namespace Personio.Sandbox.Tenant;

/// <summary>A report, which is generated from the current persons on each read.</summary>
internal sealed class ReportRow : Row
{
    public required string Name { get; init; }

    public string ChartType { get; init; } = "table";

    [JsonConverter(typeof(InstantMomentConverter))]
    public DateTimeOffset EditedAt { get; init; }

    internal ReportFlaw Flaw { get; init; }

    internal required IReadOnlyList<ReportColumn> Columns { get; init; }
}
