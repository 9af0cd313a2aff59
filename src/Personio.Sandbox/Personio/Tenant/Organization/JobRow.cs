using System.Text.Json.Serialization;

namespace Personio.Sandbox.Tenant;

/// <summary>A job of the catalog; nothing to do with the jobs that recruiting advertises.</summary>
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

    /// <summary>The job without what only those may see who may see salary bands.</summary>
    public JobRow WithoutBands()
    {
        JobRow copy = Copy<JobRow>();
        copy.SalaryBandIds = [];
        return copy;
    }
}
