namespace Personio.Sandbox.Api;

/// <summary>The scopes a credential can have.</summary>
internal static class Scopes
{
    public const string PersonsRead = "personio:persons:read";
    public const string PersonsWrite = "personio:persons:write";
    public const string AbsencesRead = "personio:absences:read";
    public const string AbsencesWrite = "personio:absences:write";
    public const string AttendancesRead = "personio:attendances:read";
    public const string AttendancesWrite = "personio:attendances:write";
    public const string ProjectsRead = "personio:projects:read";
    public const string ProjectsWrite = "personio:projects:write";
    public const string OrgUnitsRead = "personio:org-units:read";
    public const string LegalEntitiesRead = "personio:legal-entities:read";
    public const string CostCentersRead = "personio:cost-centers:read";
    public const string WorkplacesRead = "personio:workplaces:read";
    public const string JobsRead = "personio:jobs:read";
    public const string SalaryBandsRead = "personio:salary-bands:read";
    public const string CompensationsRead = "personio:compensations:read";
    public const string CompensationsWrite = "personio:compensations:write";
    public const string DocumentsRead = "personio:documents:read";
    public const string DocumentsWrite = "personio:documents:write";
    public const string RecruitingRead = "personio:recruiting:read";
    public const string WebhooksRead = "personio:webhooks:read";
    public const string WebhooksWrite = "personio:webhooks:write";
    public const string ReportsRead = "personio:reports:read";

    public static IReadOnlyList<string> All { get; } =
    [
        PersonsRead, PersonsWrite, AbsencesRead, AbsencesWrite, AttendancesRead, AttendancesWrite, ProjectsRead,
        ProjectsWrite, OrgUnitsRead, LegalEntitiesRead, CostCentersRead, WorkplacesRead, JobsRead, SalaryBandsRead,
        CompensationsRead, CompensationsWrite, DocumentsRead, DocumentsWrite, RecruitingRead, WebhooksRead,
        WebhooksWrite, ReportsRead,
    ];
}
