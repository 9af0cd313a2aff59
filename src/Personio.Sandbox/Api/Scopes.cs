namespace Personio.Sandbox.Api;

/// <summary>The scopes a credential can have.</summary>
internal static class Scopes
{
    public const string PersonsRead = "personio:persons:read";
    public const string PersonsWrite = "personio:persons:write";
    public const string AbsencesRead = "personio:absences:read";
    public const string AbsencesWrite = "personio:absences:write";
    public const string AttendancesRead = "personio:attendances:read";
    public const string OrgUnitsRead = "personio:org-units:read";
    public const string LegalEntitiesRead = "personio:legal-entities:read";
    public const string CostCentersRead = "personio:cost-centers:read";
    public const string WorkplacesRead = "personio:workplaces:read";
    public const string ReportsRead = "personio:reports:read";

    public static IReadOnlyList<string> All { get; } =
    [
        PersonsRead, PersonsWrite, AbsencesRead, AbsencesWrite, AttendancesRead, "personio:attendances:write",
        "personio:projects:read", "personio:projects:write", OrgUnitsRead, LegalEntitiesRead, CostCentersRead,
        WorkplacesRead, "personio:jobs:read", "personio:salary-bands:read", "personio:compensations:read",
        "personio:compensations:write", "personio:documents:read", "personio:documents:write",
        "personio:recruiting:read", "personio:webhooks:read", "personio:webhooks:write", ReportsRead,
    ];
}
