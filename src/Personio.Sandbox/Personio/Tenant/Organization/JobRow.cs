using System.Text.Json.Serialization;

namespace Personio.Sandbox.Tenant;

/// <summary>A job of the catalog, unrelated to the jobs in recruiting.</summary>
internal sealed class JobRow : Row
{
    public required string Name { get; init; }

    [JsonPropertyName("job_family")]
    public string? Family { get; init; }

    public string? Level { get; init; }

    [JsonPropertyName("job_track")]
    public string? Track { get; init; }

    [JsonPropertyName("global_grade")]
    public string? Grade { get; init; }

    public List<string> SalaryBandIds { get; private set; } = [];

    /// <summary>A copy of the job without the salary bands, for tokens that may not see them.</summary>
    public JobRow WithoutBands()
    {
        JobRow copy = Copy<JobRow>();
        copy.SalaryBandIds = [];
        return copy;
    }
}
