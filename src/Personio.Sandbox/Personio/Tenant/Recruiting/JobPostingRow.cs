namespace Personio.Sandbox.Tenant;

/// <summary>A job posting as the company's career page shows it. Null values are not published.</summary>
internal sealed record JobPostingRow(int Id, string Name, string Department, string Office)
{
    public string[] AdditionalOffices { get; init; } = [];

    public string? Subcompany { get; init; }

    public string? Category { get; init; }

    public string EmploymentType { get; init; } = "permanent";

    public string Seniority { get; init; } = "experienced";

    public string Schedule { get; init; } = "full-time";

    public string? YearsOfExperience { get; init; }

    public string? Keywords { get; init; }

    public string? Occupation { get; init; }

    public string? OccupationCategory { get; init; }

    /// <summary>Minimum and maximum in euros, and the period that they are paid for.</summary>
    public (int Min, int Max, string Type)? Salary { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The sections of the text by language, each with a heading and HTML.</summary>
    public required IReadOnlyDictionary<string, (string Heading, string Html)[]> Texts { get; init; }
}
