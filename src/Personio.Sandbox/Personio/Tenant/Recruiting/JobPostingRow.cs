namespace Personio.Sandbox.Tenant;

/// <summary>A position as the career page of the company shows it. What is null is not published.</summary>
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

    /// <summary>From, to, and what it is paid for; in euros.</summary>
    public (int Min, int Max, string Type)? Salary { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The sections of the text, by language: heading and HTML.</summary>
    public required IReadOnlyDictionary<string, (string Heading, string Html)[]> Texts { get; init; }
}
