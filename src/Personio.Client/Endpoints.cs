using System.Runtime.CompilerServices;
using Personio.Rest.Http;

// A row says itself what it is.
#pragma warning disable CS1591

namespace Personio.Client;

/// <summary>
/// The map of the API, one line for each endpoint. Requests, page sizes, the beta header, the rate gates and the hint
/// at a missing scope all come from here. Scopes follow Personio's reference where it names them, else its naming
/// pattern. Left out are applications, which are made through v1 with a recruiting key, another credential than this
/// module's; and the custom reports of v1, which end in June 2027 and have their successor in the reports of v2.
/// </summary>
public static class Endpoints
{
    private const string Persons = "personio:persons";
    private const string Absences = "personio:absences";
    private const string Attendances = "personio:attendances";
    private const string Projects = "personio:projects";
    private const string Compensations = "personio:compensations";
    private const string Documents = "personio:documents";
    private const string Recruiting = "personio:recruiting:read";
    private const string Webhooks = "personio:webhooks";
    private const string Reports = "personio:reports:read";


    // Personio takes five in each second of the whole company; one is left for other programs.
    private static readonly Pacing s_ofCompensations = new(Rate: 4, Burst: 1, IsCeiling: true);

    // Personio takes 300 a minute, and 15 at once.
    private static readonly Pacing s_ofEmployees = new(Rate: 4, Burst: 12, IsCeiling: true);

    // Declared before the rows: static fields are initialised in the order of the text.
    private static readonly List<Endpoint> s_all = [];

    private static readonly string[] s_webhookSecrets = ["token", "custom_headers"];

    // Session
    public static readonly Endpoint CreateToken = Post("/v2/auth/token", null);
    public static readonly Endpoint RevokeToken = Post("/v2/auth/revoke", null);

    // People
    public static readonly Endpoint ListPersons = Get("/v2/persons", Persons + ":read", page: 50);
    public static readonly Endpoint GetPerson = Get("/v2/persons/{id}", Persons + ":read");
    public static readonly Endpoint CreatePerson = Post("/v2/persons", Persons + ":write");
    public static readonly Endpoint UpdatePerson = Patch("/v2/persons/{id}", Persons + ":write");
    public static readonly Endpoint DeletePerson = Delete("/v2/persons/{id}", Persons + ":write");
    public static readonly Endpoint ListEmployments = Get("/v2/persons/{id}/employments", Persons + ":read", page: 50);
    public static readonly Endpoint GetEmployment = Get("/v2/persons/{id}/employments/{id}", Persons + ":read");
    public static readonly Endpoint UpdateEmployment = Patch("/v2/persons/{id}/employments/{id}", Persons + ":write");
    public static readonly Endpoint ListEmployees =
        Get("/v1/company/employees", Persons + ":read", page: 100, pacing: s_ofEmployees);
    public static readonly Endpoint ListAttributes = Get("/v1/company/employees/attributes", Persons + ":read");
    public static readonly Endpoint GetProfilePicture =
        Get("/v1/company/employees/{id}/profile-picture", Persons + ":read");
    public static readonly Endpoint GetProfilePictureOfWidth =
        Get("/v1/company/employees/{id}/profile-picture/{width}", Persons + ":read");

    // Absence
    public static readonly Endpoint ListAbsenceTypes = Get("/v2/absence-types", Absences + ":read", page: 100);
    public static readonly Endpoint GetAbsenceType = Get("/v2/absence-types/{id}", Absences + ":read");
    public static readonly Endpoint ListAbsencePeriods = Get("/v2/absence-periods", Absences + ":read", page: 100);
    public static readonly Endpoint GetAbsencePeriod = Get("/v2/absence-periods/{id}", Absences + ":read");
    public static readonly Endpoint CreateAbsencePeriod = Post("/v2/absence-periods", Absences + ":write");
    public static readonly Endpoint UpdateAbsencePeriod = Patch("/v2/absence-periods/{id}", Absences + ":write");
    public static readonly Endpoint DeleteAbsencePeriod = Delete("/v2/absence-periods/{id}", Absences + ":write");
    public static readonly Endpoint ListAbsenceBreakdowns =
        Get("/v2/absence-periods/{id}/breakdowns", Absences + ":read", page: 28);
    public static readonly Endpoint ListAbsenceBalances =
        Get("/v1/company/employees/{id}/absences/balance", Absences + ":read");

    // Attendance
    public static readonly Endpoint ListAttendancePeriods =
        Get("/v2/attendance-periods", Attendances + ":read", page: 100);
    public static readonly Endpoint GetAttendancePeriod = Get("/v2/attendance-periods/{id}", Attendances + ":read");
    public static readonly Endpoint CreateAttendancePeriod = Post("/v2/attendance-periods", Attendances + ":write");
    public static readonly Endpoint UpdateAttendancePeriod =
        Patch("/v2/attendance-periods/{id}", Attendances + ":write");
    public static readonly Endpoint DeleteAttendancePeriod =
        Delete("/v2/attendance-periods/{id}", Attendances + ":write");

    // Projects
    public static readonly Endpoint ListProjects = Get("/v2/projects", Projects + ":read", page: 200);
    public static readonly Endpoint GetProject = Get("/v2/projects/{id}", Projects + ":read");
    public static readonly Endpoint CreateProject = Post("/v2/projects", Projects + ":write");
    public static readonly Endpoint UpdateProject = Patch("/v2/projects/{id}", Projects + ":write");
    public static readonly Endpoint DeleteProject = Delete("/v2/projects/{id}", Projects + ":write");
    public static readonly Endpoint ListProjectMembers =
        Get("/v2/projects/{id}/members", Projects + ":read", page: 200);
    public static readonly Endpoint AddProjectMembers = Post("/v2/projects/{id}/members", Projects + ":write");
    public static readonly Endpoint RemoveProjectMembers = Delete("/v2/projects/{id}/members", Projects + ":write");

    // Organization
    public static readonly Endpoint ListOrgUnits =
        Get("/v2/org-units", "personio:org-units:read", page: 100, beta: true);
    public static readonly Endpoint GetOrgUnit = Get("/v2/org-units/{id}", "personio:org-units:read");
    public static readonly Endpoint ListLegalEntities =
        Get("/v2/legal-entities", "personio:legal-entities:read", page: 100);
    public static readonly Endpoint GetLegalEntity = Get("/v2/legal-entities/{id}", "personio:legal-entities:read");
    public static readonly Endpoint ListCostCenters =
        Get("/v2/cost-centers", "personio:cost-centers:read", page: 100, beta: true);
    public static readonly Endpoint ListWorkplaces =
        Get("/v2/workplaces", "personio:workplaces:read", page: 100, beta: true);
    public static readonly Endpoint ListJobs = Get("/v2/jobs", "personio:jobs:read", page: 100);
    public static readonly Endpoint GetJob = Get("/v2/jobs/{id}", "personio:jobs:read");
    public static readonly Endpoint ListSalaryBands = Get("/v2/salary-bands", "personio:salary-bands:read", page: 100);
    public static readonly Endpoint GetSalaryBand = Get("/v2/salary-bands/{id}", "personio:salary-bands:read");

    // Compensation
    public static readonly Endpoint ListCompensations =
        Get("/v2/compensations", Compensations + ":read", page: 100, pacing: s_ofCompensations);
    public static readonly Endpoint CreateCompensation = Post("/v2/compensations", Compensations + ":write");
    public static readonly Endpoint ListCompensationTypes =
        Get("/v2/compensations/types", Compensations + ":read", page: 100, pacing: s_ofCompensations);
    public static readonly Endpoint CreateCompensationType =
        Post("/v2/compensations/types", Compensations + ":write");

    // Documents
    public static readonly Endpoint ListDocuments =
        Get("/v2/document-management/documents", Documents + ":read", page: 200);
    public static readonly Endpoint DownloadDocument =
        Get("/v2/document-management/documents/{id}/download", Documents + ":read");
    public static readonly Endpoint UpdateDocument =
        Patch("/v2/document-management/documents/{id}", Documents + ":write");
    public static readonly Endpoint DeleteDocument =
        Delete("/v2/document-management/documents/{id}", Documents + ":write");
    public static readonly Endpoint UploadDocument = Post("/v1/company/documents", Documents + ":write");
    public static readonly Endpoint ListDocumentCategories =
        Get("/v1/company/document-categories", Documents + ":read");

    // Recruiting
    public static readonly Endpoint ListApplications =
        Get("/v2/recruiting/applications", Recruiting, page: 200, beta: true);
    public static readonly Endpoint GetApplication = Get("/v2/recruiting/applications/{id}", Recruiting, beta: true);
    public static readonly Endpoint ListApplicationTransitions =
        Get("/v2/recruiting/applications/{id}/stage-transitions", Recruiting, page: 200, beta: true);
    public static readonly Endpoint ListCandidates =
        Get("/v2/recruiting/candidates", Recruiting, page: 200, beta: true);
    public static readonly Endpoint GetCandidate = Get("/v2/recruiting/candidates/{id}", Recruiting, beta: true);
    public static readonly Endpoint ListRecruitingJobs = Get("/v2/recruiting/jobs", Recruiting, page: 200, beta: true);
    public static readonly Endpoint GetRecruitingJob = Get("/v2/recruiting/jobs/{id}", Recruiting, beta: true);
    public static readonly Endpoint ListRecruitingCategories =
        Get("/v2/recruiting/categories", Recruiting, page: 200, beta: true);
    public static readonly Endpoint GetRecruitingCategory =
        Get("/v2/recruiting/categories/{id}", Recruiting, beta: true);

    // The public feed is at an origin of its own for each company, and takes no token.
    public static readonly Endpoint ListJobPostings = Get("/xml", null);

    // Reports
    public static readonly Endpoint ListReports = Get("/v2/reports", Reports, page: 100);
    public static readonly Endpoint GetReport = Get("/v2/reports/{id}", Reports, page: 200, cursorAlone: true);
    public static readonly Endpoint ListReportAttributes = Get("/v2/reports/attributes", Reports, page: 100);

    // Webhooks
    public static readonly Endpoint ListWebhooks = Get("/v2/webhooks", Webhooks + ":read", page: 200);
    public static readonly Endpoint CreateWebhook =
        Post("/v2/webhooks", Webhooks + ":write", secrets: s_webhookSecrets);
    public static readonly Endpoint GetWebhook = Get("/v2/webhooks/{id}", Webhooks + ":read");
    public static readonly Endpoint UpdateWebhook =
        Patch("/v2/webhooks/{id}", Webhooks + ":write", secrets: s_webhookSecrets);
    public static readonly Endpoint DeleteWebhook = Delete("/v2/webhooks/{id}", Webhooks + ":write");
    public static readonly Endpoint ListWebhookEvents = Get("/v2/webhooks/{id}/events", Webhooks + ":read", page: 200);
    public static readonly Endpoint ListWebhookDeliveries =
        Get("/v2/webhooks/{id}/activity", Webhooks + ":read", page: 200);
    public static readonly Endpoint PingWebhook = Post("/v2/webhooks/{id}/ping", Webhooks + ":write");
    public static readonly Endpoint SendWebhookTestEvent = Post("/v2/webhooks/{id}/test-event", Webhooks + ":write");
    public static readonly Endpoint RedeliverWebhookEvents = Post("/v2/webhooks/{id}/redelivery", Webhooks + ":write");

    /// <summary>Every row, in the order above.</summary>
    public static IReadOnlyList<Endpoint> All => s_all;

    /// <summary>Finds the row of a concrete path, literal segments before placeholders.</summary>
    /// <returns>The row, or null where the map has none.</returns>
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

    private static Endpoint Get(
        string path, string? scope, int page = 0, bool beta = false, bool cursorAlone = false, Pacing? pacing = null,
        [CallerMemberName] string name = "") =>
        Row(new(name, HttpMethod.Get, path, page, scope, beta) { SendsCursorAlone = cursorAlone, Pacing = pacing });

    private static Endpoint Post(
        string path, string? scope, IReadOnlyList<string>? secrets = null, [CallerMemberName] string name = "") =>
        Row(new(name, HttpMethod.Post, path, 0, scope, false) { SecretMembers = secrets ?? [] });

    private static Endpoint Patch(
        string path, string? scope, IReadOnlyList<string>? secrets = null, [CallerMemberName] string name = "") =>
        Row(new(name, HttpMethod.Patch, path, 0, scope, false) { SecretMembers = secrets ?? [] });

    private static Endpoint Delete(string path, string? scope, [CallerMemberName] string name = "") =>
        Row(new(name, HttpMethod.Delete, path, 0, scope, false));

    private static Endpoint Row(Endpoint endpoint)
    {
        s_all.Add(endpoint);
        return endpoint;
    }
}
