using System.Text.Json;

namespace Personio.Sandbox.Tenant;

/// <summary>A job of the catalog; nothing to do with the jobs that recruiting advertises.</summary>
internal sealed class JobRow : Row
{
    public required string Name { get; init; }

    public string? Family { get; init; }

    public string? Level { get; init; }

    public string? Track { get; init; }

    public string? Grade { get; init; }

    public List<string> SalaryBandIds { get; } = [];

    public override void Write(Utf8JsonWriter json, RowStyle style) => Write(json, true);

    /// <summary>The job, with or without what only those may see who may see salary bands.</summary>
    public void Write(Utf8JsonWriter json, bool withBands)
    {
        json.WriteStartObject();
        json.WriteString("id", Id);
        json.WriteString("name", Name);
        json.WriteString("job_family", Family);
        json.WriteString("level", Level);
        json.WriteString("job_track", Track);
        json.WriteString("global_grade", Grade);
        json.WriteStartArray("salary_band_ids");
        SalaryBandIds.Where(_ => withBands).ToList().ForEach(json.WriteStringValue);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
