using Personio.Rest.Http;

// The fields are self-explanatory.
#pragma warning disable CS1591

namespace Personio.Client;

/// <summary>
/// The map of the API, with one entry per endpoint. Requests, page sizes, the beta header, token buckets, hints about
/// missing scopes and the results of an access check are all based on it. Scopes are those in Personio's reference or,
/// if it names none, follow its naming pattern. Not included: creating applications (v1, with a recruiting key instead
/// of this module's credential), and the custom reports of v1 (which end in June 2027; v2 has reports).
/// </summary>
public static class Endpoints
{
    // Personio allows five requests per second for the whole company; one is left to other programs.
    private static readonly Pacing s_ofCompensations = new(Rate: 4, Burst: 1, IsCeiling: true);

    // Personio allows 300 requests per minute, in bursts of 15.
    private static readonly Pacing s_ofEmployees = new(Rate: 4, Burst: 12, IsCeiling: true);

    // Declared before the entries: static fields are initialized in textual order.
    private static readonly List<Endpoint> s_all = [];

    private static readonly string[] s_webhookSecrets = ["token", "custom_headers"];

    // Endpoints that every credential may use or that need no token.
    private static readonly EndpointArea s_unscoped = new(null, null, s_all);

    // Session
    public static readonly Endpoint CreateToken = s_unscoped.Post(null, "/v2/auth/token");
    public static readonly Endpoint RevokeToken = s_unscoped.Post(null, "/v2/auth/revoke");

    // People
    private static readonly EndpointArea s_people = new("People", "personio:persons", s_all);
    public static readonly Endpoint ListPersons = s_people.Get("Person", "/v2/persons", page: 50);
    public static readonly Endpoint GetPerson = s_people.Get("Person", "/v2/persons/{id}");
    public static readonly Endpoint CreatePerson = s_people.Post("Person", "/v2/persons");
    public static readonly Endpoint UpdatePerson = s_people.Patch("Person", "/v2/persons/{id}");
    public static readonly Endpoint DeletePerson = s_people.Delete("Person", "/v2/persons/{id}");
    public static readonly Endpoint ListEmployments =
        s_people.Get("Employment", "/v2/persons/{id}/employments", page: 50);
    public static readonly Endpoint GetEmployment = s_people.Get("Employment", "/v2/persons/{id}/employments/{id}");
    public static readonly Endpoint UpdateEmployment =
        s_people.Patch("Employment", "/v2/persons/{id}/employments/{id}");
    public static readonly Endpoint ListEmployees =
        s_people.Get("Employee", "/v1/company/employees", page: 100, pacing: s_ofEmployees);
    public static readonly Endpoint ListAttributes = s_people.Get("Attribute", "/v1/company/employees/attributes");
    public static readonly Endpoint GetProfilePicture =
        s_people.Get("ProfilePicture", "/v1/company/employees/{id}/profile-picture");
    public static readonly Endpoint GetProfilePictureOfWidth =
        s_people.Get("ProfilePicture", "/v1/company/employees/{id}/profile-picture/{width}");

    // Absence
    private static readonly EndpointArea s_absence = new("Absence", "personio:absences", s_all);
    public static readonly Endpoint ListAbsenceTypes = s_absence.Get("AbsenceType", "/v2/absence-types", page: 100);
    public static readonly Endpoint GetAbsenceType = s_absence.Get("AbsenceType", "/v2/absence-types/{id}");
    public static readonly Endpoint ListAbsencePeriods =
        s_absence.Get("AbsencePeriod", "/v2/absence-periods", page: 100);
    public static readonly Endpoint GetAbsencePeriod = s_absence.Get("AbsencePeriod", "/v2/absence-periods/{id}");
    public static readonly Endpoint CreateAbsencePeriod = s_absence.Post("AbsencePeriod", "/v2/absence-periods");
    public static readonly Endpoint UpdateAbsencePeriod = s_absence.Patch("AbsencePeriod", "/v2/absence-periods/{id}");
    public static readonly Endpoint DeleteAbsencePeriod = s_absence.Delete("AbsencePeriod", "/v2/absence-periods/{id}");
    public static readonly Endpoint ListAbsenceBreakdowns =
        s_absence.Get("AbsenceBreakdown", "/v2/absence-periods/{id}/breakdowns", page: 28);
    public static readonly Endpoint ListAbsenceBalances =
        s_absence.Get("AbsenceBalance", "/v1/company/employees/{id}/absences/balance");

    // Attendance
    private static readonly EndpointArea s_attendance = new("Attendance", "personio:attendances", s_all);
    public static readonly Endpoint ListAttendancePeriods =
        s_attendance.Get("AttendancePeriod", "/v2/attendance-periods", page: 100);
    public static readonly Endpoint GetAttendancePeriod =
        s_attendance.Get("AttendancePeriod", "/v2/attendance-periods/{id}");
    public static readonly Endpoint CreateAttendancePeriod =
        s_attendance.Post("AttendancePeriod", "/v2/attendance-periods");
    public static readonly Endpoint UpdateAttendancePeriod =
        s_attendance.Patch("AttendancePeriod", "/v2/attendance-periods/{id}");
    public static readonly Endpoint DeleteAttendancePeriod =
        s_attendance.Delete("AttendancePeriod", "/v2/attendance-periods/{id}");

    // Projects
    private static readonly EndpointArea s_projects = new("Projects", "personio:projects", s_all);
    public static readonly Endpoint ListProjects = s_projects.Get("Project", "/v2/projects", page: 200);
    public static readonly Endpoint GetProject = s_projects.Get("Project", "/v2/projects/{id}");
    public static readonly Endpoint CreateProject = s_projects.Post("Project", "/v2/projects");
    public static readonly Endpoint UpdateProject = s_projects.Patch("Project", "/v2/projects/{id}");
    public static readonly Endpoint DeleteProject = s_projects.Delete("Project", "/v2/projects/{id}");
    public static readonly Endpoint ListProjectMembers =
        s_projects.Get("ProjectMember", "/v2/projects/{id}/members", page: 200);
    public static readonly Endpoint AddProjectMembers = s_projects.Post("ProjectMember", "/v2/projects/{id}/members");
    public static readonly Endpoint RemoveProjectMembers =
        s_projects.Delete("ProjectMember", "/v2/projects/{id}/members");

    // Organization
    private static readonly EndpointArea s_orgUnits = new("Org units", "personio:org-units", s_all);
    private static readonly EndpointArea s_legalEntities = new("Legal entities", "personio:legal-entities", s_all);
    private static readonly EndpointArea s_costCenters = new("Cost centers", "personio:cost-centers", s_all);
    private static readonly EndpointArea s_workplaces = new("Workplaces", "personio:workplaces", s_all);
    private static readonly EndpointArea s_jobs = new("Jobs", "personio:jobs", s_all);
    private static readonly EndpointArea s_salaryBands = new("Salary bands", "personio:salary-bands", s_all);
    public static readonly Endpoint ListOrgUnits = s_orgUnits.Get("OrgUnit", "/v2/org-units", page: 100, beta: true);
    public static readonly Endpoint GetOrgUnit = s_orgUnits.Get("OrgUnit", "/v2/org-units/{id}");
    public static readonly Endpoint ListLegalEntities =
        s_legalEntities.Get("LegalEntity", "/v2/legal-entities", page: 100);
    public static readonly Endpoint GetLegalEntity = s_legalEntities.Get("LegalEntity", "/v2/legal-entities/{id}");
    public static readonly Endpoint ListCostCenters =
        s_costCenters.Get("CostCenter", "/v2/cost-centers", page: 100, beta: true);
    public static readonly Endpoint ListWorkplaces =
        s_workplaces.Get("Workplace", "/v2/workplaces", page: 100, beta: true);
    public static readonly Endpoint ListJobs = s_jobs.Get("Job", "/v2/jobs", page: 100);
    public static readonly Endpoint GetJob = s_jobs.Get("Job", "/v2/jobs/{id}");
    public static readonly Endpoint ListSalaryBands = s_salaryBands.Get("SalaryBand", "/v2/salary-bands", page: 100);
    public static readonly Endpoint GetSalaryBand = s_salaryBands.Get("SalaryBand", "/v2/salary-bands/{id}");

    // Compensation
    private static readonly EndpointArea s_compensation = new("Compensation", "personio:compensations", s_all);
    public static readonly Endpoint ListCompensations =
        s_compensation.Get("Compensation", "/v2/compensations", page: 100, pacing: s_ofCompensations);
    public static readonly Endpoint CreateCompensation = s_compensation.Post("Compensation", "/v2/compensations");
    public static readonly Endpoint ListCompensationTypes =
        s_compensation.Get("CompensationType", "/v2/compensations/types", page: 100, pacing: s_ofCompensations);
    public static readonly Endpoint CreateCompensationType =
        s_compensation.Post("CompensationType", "/v2/compensations/types");

    // Documents
    private static readonly EndpointArea s_documents = new("Documents", "personio:documents", s_all);
    public static readonly Endpoint ListDocuments =
        s_documents.Get("Document", "/v2/document-management/documents", page: 200);
    public static readonly Endpoint DownloadDocument =
        s_documents.Get("Document", "/v2/document-management/documents/{id}/download");
    public static readonly Endpoint UpdateDocument =
        s_documents.Patch("Document", "/v2/document-management/documents/{id}");
    public static readonly Endpoint DeleteDocument =
        s_documents.Delete("Document", "/v2/document-management/documents/{id}");
    public static readonly Endpoint UploadDocument = s_documents.Post("Document", "/v1/company/documents");
    public static readonly Endpoint ListDocumentCategories =
        s_documents.Get("DocumentCategory", "/v1/company/document-categories");

    // Recruiting. The last page of its lists links to an empty one.
    private static readonly EndpointArea s_recruiting = new("Recruiting", "personio:recruiting", s_all);
    public static readonly Endpoint ListApplications =
        s_recruiting.Get("Application", "/v2/recruiting/applications", page: 200, beta: true, emptyPageEnds: true);
    public static readonly Endpoint GetApplication =
        s_recruiting.Get("Application", "/v2/recruiting/applications/{id}", beta: true);
    public static readonly Endpoint ListApplicationTransitions = s_recruiting.Get(
        "ApplicationTransition", "/v2/recruiting/applications/{id}/stage-transitions", page: 200, beta: true,
        emptyPageEnds: true);
    public static readonly Endpoint ListCandidates =
        s_recruiting.Get("Candidate", "/v2/recruiting/candidates", page: 200, beta: true, emptyPageEnds: true);
    public static readonly Endpoint GetCandidate =
        s_recruiting.Get("Candidate", "/v2/recruiting/candidates/{id}", beta: true);
    public static readonly Endpoint ListRecruitingJobs =
        s_recruiting.Get("RecruitingJob", "/v2/recruiting/jobs", page: 200, beta: true, emptyPageEnds: true);
    public static readonly Endpoint GetRecruitingJob =
        s_recruiting.Get("RecruitingJob", "/v2/recruiting/jobs/{id}", beta: true);
    public static readonly Endpoint ListRecruitingCategories =
        s_recruiting.Get("RecruitingCategory", "/v2/recruiting/categories", page: 200, beta: true, emptyPageEnds: true);
    public static readonly Endpoint GetRecruitingCategory =
        s_recruiting.Get("RecruitingCategory", "/v2/recruiting/categories/{id}", beta: true);

    // The public feed has a separate origin for each company and needs no token.
    public static readonly Endpoint ListJobPostings = s_unscoped.Get("JobPosting", "/xml");

    // Reports
    private static readonly EndpointArea s_reports = new("Reports", "personio:reports", s_all);
    public static readonly Endpoint ListReports = s_reports.Get("Report", "/v2/reports", page: 100);
    public static readonly Endpoint GetReport =
        s_reports.Get("ReportRow", "/v2/reports/{id}", page: 200, cursorAlone: true);
    public static readonly Endpoint ListReportAttributes =
        s_reports.Get("ReportAttribute", "/v2/reports/attributes", page: 100);

    // Webhooks
    private static readonly EndpointArea s_webhooks = new("Webhooks", "personio:webhooks", s_all);
    public static readonly Endpoint ListWebhooks = s_webhooks.Get("Webhook", "/v2/webhooks", page: 200);
    public static readonly Endpoint CreateWebhook =
        s_webhooks.Post("Webhook", "/v2/webhooks", secrets: s_webhookSecrets);
    public static readonly Endpoint GetWebhook = s_webhooks.Get("Webhook", "/v2/webhooks/{id}");
    public static readonly Endpoint UpdateWebhook =
        s_webhooks.Patch("Webhook", "/v2/webhooks/{id}", secrets: s_webhookSecrets);
    public static readonly Endpoint DeleteWebhook = s_webhooks.Delete("Webhook", "/v2/webhooks/{id}");
    public static readonly Endpoint ListWebhookEvents =
        s_webhooks.Get("WebhookEvent", "/v2/webhooks/{id}/events", page: 200);
    public static readonly Endpoint ListWebhookDeliveries =
        s_webhooks.Get("WebhookDelivery", "/v2/webhooks/{id}/activity", page: 200);
    public static readonly Endpoint PingWebhook = s_webhooks.Post("Webhook", "/v2/webhooks/{id}/ping");
    public static readonly Endpoint SendWebhookTestEvent = s_webhooks.Post("Webhook", "/v2/webhooks/{id}/test-event");
    public static readonly Endpoint RedeliverWebhookEvents =
        s_webhooks.Post("WebhookEvent", "/v2/webhooks/{id}/redelivery");

    /// <summary>All endpoints, in the order above.</summary>
    public static IReadOnlyList<Endpoint> All => s_all;

    /// <summary>Finds the endpoint of a concrete path, preferring literal segments to placeholders.</summary>
    /// <returns>The endpoint; null if the map does not contain it.</returns>
    public static Endpoint? Find(HttpMethod method, string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        string[] segments = path.Split('/');
        return s_all
            .Where(row => row.Method == method && Matches(row.Path.Split('/'), segments))
            .OrderBy(row => row.Path.Count(c => c == '{'))
            .FirstOrDefault();
    }

    private static bool Matches(string[] template, string[] path) =>
        template.Length == path.Length
        && template.Zip(path).All(
            pair => pair.First.StartsWith('{') ? pair.Second.Length > 0 : pair.First == pair.Second);
}
