namespace Personio.Sandbox.Tenant;

/// <summary>
/// All texts of the company that do not belong to a single person. Two sets of the same shape exist: the believable
/// one, and the one that careless programs stumble over.
/// </summary>
internal sealed record CompanyWords
{
    public static CompanyWords Believable { get; } = BelievableWords.Create();

    public static CompanyWords Hostile { get; } = HostileWords.Create();

    public bool IsHostile { get; init; }

    public required IReadOnlyList<UnitWords> Departments { get; init; }

    public required IReadOnlyList<UnitWords> Teams { get; init; }

    public required IReadOnlyList<string> CostCenters { get; init; }

    public required IReadOnlyList<string> Workplaces { get; init; }

    /// <summary>The hourly type for doctor's appointments.</summary>
    public required string DoctorType { get; init; }

    /// <summary>The types for illness: one's own, and a second one.</summary>
    public required (string One, string Other) SickTypes { get; init; }

    public required IReadOnlyList<string?> AbsenceComments { get; init; }

    public required IReadOnlyList<string?> AttendanceComments { get; init; }

    /// <summary>Salary, hourly wage, two allowances and two one-time payments, in this order.</summary>
    public required IReadOnlyList<string> CompensationTypes { get; init; }

    public required IReadOnlyList<string> DocumentCategories { get; init; }

    public required IReadOnlyList<FileWords> Files { get; init; }

    /// <summary>Files of applications rather than persons.</summary>
    public required IReadOnlyList<FileWords> ApplicationFiles { get; init; }

    public required IReadOnlyList<string?> DocumentComments { get; init; }

    /// <summary>Eight projects: the name, the description, and the client, if any.</summary>
    public required IReadOnlyList<(string Name, string? Description, string? Client)> Projects { get; init; }

    public required IReadOnlyList<string> JobFamilies { get; init; }

    public required IReadOnlyList<string> RecruitingCategories { get; init; }

    public required IReadOnlyList<string> RecruitingJobs { get; init; }

    /// <summary>The positions of the departments of these jobs; empty to choose at random.</summary>
    public required IReadOnlyList<int> RecruitingDepartments { get; init; }

    public required IReadOnlyList<string> RecruitingStages { get; init; }

    public required string Channel { get; init; }

    /// <summary>The names of five reports.</summary>
    public required IReadOnlyList<string> Reports { get; init; }

    public required string DepartmentColumn { get; init; }

    /// <summary>The webhook whose host never responds.</summary>
    public required (string Url, string Description) DeadWebhook { get; init; }

    public static CompanyWords For(SandboxOptions options) => options.Hostile ? Hostile : Believable;
}
