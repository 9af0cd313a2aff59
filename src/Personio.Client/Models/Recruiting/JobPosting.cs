using System.Text.Json.Serialization;

namespace Personio.Models;

/// <summary>A position that a company advertises on its public career page.</summary>
public sealed record JobPosting : ApiObject, IIdentified
{
    /// <summary>The id of the position, decimal digits.</summary>
    [JsonPropertyName("id")]
    public string? JobPostingId { get; init; }

    /// <summary>The company whose feed lists it, as in the URL of its career page.</summary>
    [JsonIgnore]
    public string? Company { get; init; }

    /// <summary>The title.</summary>
    public string? Name { get; init; }

    /// <summary>The name of the department; null if not published.</summary>
    public string? Department { get; init; }

    /// <summary>The name of the main office; null if not published.</summary>
    public string? Office { get; init; }

    /// <summary>The names of the other offices; empty if there are none.</summary>
    [JsonIgnore]
    public ValueList<string> AdditionalOffices =>
        field ??= new ValueList<string>([.. (Offices?.Names ?? []).OfType<string>()]);

    /// <summary>The name of the subcompany; null if not published.</summary>
    public string? Subcompany { get; init; }

    /// <summary>The name of the recruiting category; null if not published.</summary>
    [JsonPropertyName("recruitingCategory")]
    public string? RecruitingCategory { get; init; }

    /// <summary>
    /// The kind of contract: permanent, intern, trainee, freelance, temporary, working_student or another.
    /// </summary>
    [JsonPropertyName("employmentType")]
    public string? EmploymentType { get; init; }

    /// <summary>The level: entry-level, experienced, executive, student or another.</summary>
    public string? Seniority { get; init; }

    /// <summary>The hours: full-time, part-time, full-or-part-time or another.</summary>
    public string? Schedule { get; init; }

    /// <summary>A range of years, for example 2-5, lt-1 or gt-15; null if not published.</summary>
    [JsonPropertyName("yearsOfExperience")]
    public string? YearsOfExperience { get; init; }

    /// <summary>The occupation; null if not published.</summary>
    public string? Occupation { get; init; }

    /// <summary>The category of the occupation; null if not published.</summary>
    [JsonPropertyName("occupationCategory")]
    public string? OccupationCategory { get; init; }

    /// <summary>The keywords; empty if there are none.</summary>
    [JsonIgnore]
    public ValueList<string> Keywords => field ??= new ValueList<string>(
        (KeywordText ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>The lowest salary; null if not published.</summary>
    [JsonIgnore]
    public decimal? SalaryMin => Salary?.Min;

    /// <summary>The highest salary; null if not published.</summary>
    [JsonIgnore]
    public decimal? SalaryMax => Salary?.Max;

    /// <summary>The ISO code of the currency of the salary; null if not published.</summary>
    [JsonIgnore]
    public string? SalaryCurrency => Salary?.CurrencyCode;

    /// <summary>The unit of time the salary is paid for, as named by Personio; null if not published.</summary>
    [JsonIgnore]
    public string? SalaryType => Salary?.Type;

    /// <summary>When the position was created.</summary>
    [JsonPropertyName("createdAt")]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The URL of its page, in the requested language.</summary>
    [JsonIgnore]
    public string? Url { get; init; }

    /// <summary>The sections of its text; empty if it has none in the requested language.</summary>
    [JsonIgnore]
    public ValueList<JobDescription> Descriptions =>
        field ??= new ValueList<JobDescription>([.. (Texts?.Sections ?? []).OfType<JobDescription>()]);

    string? IIdentified.Identity => JobPostingId;

    [JsonInclude]
    [JsonPropertyName("additionalOffices")]
    internal OfficePart? Offices { get; init; }

    [JsonInclude]
    [JsonPropertyName("keywords")]
    internal string? KeywordText { get; init; }

    [JsonInclude]
    [JsonPropertyName("salaryInformation")]
    internal SalaryPart? Salary { get; init; }

    [JsonInclude]
    [JsonPropertyName("jobDescriptions")]
    internal DescriptionPart? Texts { get; init; }

    private protected override IEnumerable<(string Name, ApiObject? Value)> Parts =>
        [("additionalOffices", Offices), ("salaryInformation", Salary), ("jobDescriptions", Texts)];

    /// <inheritdoc/>
    public override string ToString() => Name ?? JobPostingId ?? "";

    internal sealed record OfficePart : ApiObject
    {
        [JsonInclude]
        [JsonPropertyName("office")]
        internal IReadOnlyList<string?> Names { get; init => field = value ?? []; } = [];
    }

    internal sealed record DescriptionPart : ApiObject
    {
        [JsonInclude]
        [JsonPropertyName("jobDescription")]
        internal IReadOnlyList<JobDescription?> Sections { get; init => field = value ?? []; } = [];
    }

    internal sealed record SalaryPart : ApiObject
    {
        [JsonInclude]
        internal decimal? Min { get; init; }

        [JsonInclude]
        internal decimal? Max { get; init; }

        [JsonInclude]
        [JsonPropertyName("currencyCode")]
        internal string? CurrencyCode { get; init; }

        [JsonInclude]
        internal string? Type { get; init; }
    }
}
