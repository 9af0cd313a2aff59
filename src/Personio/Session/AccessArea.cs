using Personio.Client;

namespace Personio;

/// <summary>A part of the API that a credential may or may not have, and the smallest read that tells.</summary>
/// <param name="Name">The part.</param>
/// <param name="Probe">A read of one row.</param>
/// <param name="Writing">A row of the map that writes there; null where the API only reads.</param>
/// <param name="Nouns">The nouns of the cmdlets it is for, without the prefix.</param>
internal sealed record AccessArea(string Name, ApiRequest Probe, Endpoint? Writing, params string[] Nouns)
{
    /// <summary>All parts.</summary>
    public static IReadOnlyList<AccessArea> All { get; } =
    [
        new("People", One(Endpoints.ListPersons), Endpoints.CreatePerson,
            "Person", "Employment", "Attribute", "ProfilePicture"),
        new("Absence", One(Endpoints.ListAbsenceTypes), Endpoints.CreateAbsencePeriod,
            "AbsenceType", "AbsencePeriod", "AbsenceBreakdown", "AbsenceBalance"),
        new("Attendance", One(Endpoints.ListAttendancePeriods), Endpoints.CreateAttendancePeriod, "AttendancePeriod"),
        new("Projects", One(Endpoints.ListProjects), Endpoints.CreateProject, "Project", "ProjectMember"),
        new("Org units", One(Endpoints.ListOrgUnits).With("type", "department"), null, "OrgUnit"),
        new("Legal entities", One(Endpoints.ListLegalEntities), null, "LegalEntity"),
        new("Cost centers", One(Endpoints.ListCostCenters), null, "CostCenter"),
        new("Workplaces", One(Endpoints.ListWorkplaces), null, "Workplace"),
        new("Jobs", One(Endpoints.ListJobs), null, "Job"),
        new("Salary bands", One(Endpoints.ListSalaryBands), null, "SalaryBand"),
        new("Compensation", One(Endpoints.ListCompensationTypes), Endpoints.CreateCompensation,
            "Compensation", "CompensationType"),
        // Nobody has this id, and the answer is an empty list: no document is looked at.
        new("Documents", One(Endpoints.ListDocuments).With("owner_id", "0"), Endpoints.UpdateDocument,
            "Document", "DocumentCategory"),
        new("Recruiting", One(Endpoints.ListRecruitingCategories), null,
            "Application", "ApplicationTransition", "Candidate", "RecruitingJob", "RecruitingCategory"),
        new("Reports", One(Endpoints.ListReports), null, "Report", "ReportRow", "ReportAttribute"),
        new(
            "Webhooks", One(Endpoints.ListWebhooks), Endpoints.CreateWebhook,
            "Webhook", "WebhookEvent", "WebhookDelivery"),
    ];

    private static ApiRequest One(Endpoint listing) => listing.For().WithLimit(1);
}
