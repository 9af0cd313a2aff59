using System.Text;
using Personio.Sandbox.Tenant;

namespace Personio.Sandbox;

/// <summary>
/// The synthetic company behind a sandbox: the same options create the same company, and writes change it. All members
/// are thread-safe.
/// </summary>
public sealed class SandboxTenant
{
    internal const string TimeZoneId = "Europe/Berlin";

    private readonly SandboxOptions _options;
    private readonly List<LedgerEntry> _ledger = [];
    private RowStyle _style;

    internal SandboxTenant(SandboxOptions options, string origin)
    {
        _options = options;
        _style = new RowStyle(origin, options.AttributeLabels, options.InclusiveAbsenceEnds);
        Calendar = new TenantCalendar(options.Clock, options.Today);
        Words = CompanyWords.For(options);
        Attributes = AttributeCatalog.For(options);
        Organization = new CompanyStructure(Calendar, Words);
        People = new CompanyPeople(options, Calendar, Organization);
        IReadOnlyList<PersonRow> persons = People.Persons.Rows;
        Absences = new CompanyAbsences(options, Calendar, persons);
        Attendance = new CompanyAttendance(options, Calendar, Words, persons, Absences);
        Recruiting = new RecruitingBuilder(options.Seed, Calendar, Organization, Words).Build(persons);
        Records = new CompanyRecords(options.Seed, Calendar, Words, Organization, People, Recruiting);
        DocumentBuilder.AddCategories(DocumentCategories, Words);
        new ProjectBuilder(Calendar, Words).AddTo(Projects, persons);
        new ReportBuilder(options.Seed, Calendar, Words).AddTo(Reports, ReportAttributes);
        new WebhookBuilder(options.Seed, Calendar, Words).AddTo(Webhooks, persons);
    }

    /// <summary>The day around which the data is laid out.</summary>
    public DateOnly Today => Calendar.Today;

    /// <summary>The IDs of all persons, in the order of the list endpoint.</summary>
    public IReadOnlyList<string> PersonIds => Ids(() => People.Persons);

    /// <summary>The IDs of all employments, person by person.</summary>
    public IReadOnlyList<string> EmploymentIds => WithLock<string[]>(
        () => [.. People.Persons.Live.SelectMany(person => person.Employments).Select(row => row.Id)]);

    /// <summary>The IDs of all absence types.</summary>
    public IReadOnlyList<string> AbsenceTypeIds => Ids(() => Absences.Types);

    /// <summary>The IDs of all absences.</summary>
    public IReadOnlyList<string> AbsencePeriodIds => Ids(() => Absences.Periods);

    /// <summary>The ID of the leave that HR manages and the API cannot change; null in a company without one.</summary>
    public string? ManagedLeaveId =>
        WithLock(() => Absences.Periods.Rows.FirstOrDefault(row => row.IsManagedLeave)?.Id);

    /// <summary>The IDs of all attendance periods.</summary>
    public IReadOnlyList<string> AttendancePeriodIds => Ids(() => Attendance.Periods);

    /// <summary>The IDs of all projects, including sub-projects.</summary>
    public IReadOnlyList<string> ProjectIds => Ids(() => Projects);

    /// <summary>The IDs of all documents.</summary>
    public IReadOnlyList<string> DocumentIds => Ids(() => Records.Documents);

    /// <summary>The IDs of all jobs in the catalog.</summary>
    public IReadOnlyList<string> JobIds => Ids(() => Records.Jobs);

    /// <summary>The IDs of all applications.</summary>
    public IReadOnlyList<string> ApplicationIds => Ids(() => Recruiting.Applications);

    /// <summary>The IDs of all reports.</summary>
    public IReadOnlyList<string> ReportIds => Ids(() => Reports);

    /// <summary>The IDs of all webhooks.</summary>
    public IReadOnlyList<string> WebhookIds => Ids(() => Webhooks);

    /// <summary>The number of persons.</summary>
    public int PersonCount => WithLock(() => People.Persons.Live.Count());

    /// <summary>The number of absences.</summary>
    public int AbsencePeriodCount => WithLock(() => Absences.Periods.Live.Count());

    /// <summary>The writes that were carried out through the API, in order.</summary>
    public IReadOnlyList<LedgerEntry> Ledger => WithLock<LedgerEntry[]>(() => [.. _ledger]);

    /// <summary>The lock for reading or changing the company.</summary>
    internal object Gate { get; } = new();

    internal TenantCalendar Calendar { get; }

    /// <summary>The texts of the company, believable or hostile as set when the sandbox started.</summary>
    internal CompanyWords Words { get; }

    internal AttributeCatalog Attributes { get; }

    internal CompanyStructure Organization { get; }

    internal CompanyPeople People { get; }

    internal CompanyAbsences Absences { get; }

    internal CompanyAttendance Attendance { get; }

    internal CompanyRecords Records { get; }

    internal CompanyRecruiting Recruiting { get; }

    internal Table<ProjectRow> Projects { get; } = new();

    internal Table<NamedRow> DocumentCategories { get; } = new();

    internal Table<ReportRow> Reports { get; } = new();

    internal Table<ReportAttributeRow> ReportAttributes { get; } = new();

    internal Table<WebhookRow> Webhooks { get; } = new();

    internal RowStyle Style
    {
        get
        {
            // A new instance only after a change: rows keep their cached JSON as long as the style is the same
            // instance.
            RowStyle now = _style with
            {
                AttributeLabels = _options.AttributeLabels,
                InclusiveAbsenceEnds = _options.InclusiveAbsenceEnds,
            };
            return _style = now == _style ? _style : now;
        }
    }

    /// <summary>The JSON of a person as the API returns it, or null if the person does not exist.</summary>
    public string? FindPersonJson(string personId) => Json(() => People.Persons, personId);

    /// <summary>The JSON of an absence as the API returns it, or null if the absence does not exist.</summary>
    public string? FindAbsencePeriodJson(string absencePeriodId) => Json(() => Absences.Periods, absencePeriodId);

    /// <summary>The JSON of an attendance period as the API returns it, or null if the period does not exist.</summary>
    public string? FindAttendancePeriodJson(string attendancePeriodId) =>
        Json(() => Attendance.Periods, attendancePeriodId);

    /// <summary>The JSON of a project as the API returns it, or null if the project does not exist.</summary>
    public string? FindProjectJson(string projectId) => Json(() => Projects, projectId);

    /// <summary>The JSON of a document as the API returns it, or null if the document does not exist.</summary>
    public string? FindDocumentJson(string documentId) => Json(() => Records.Documents, documentId);

    /// <summary>The ID of the absence type with exactly this name, or null if none has it.</summary>
    public string? FindAbsenceTypeId(string name) =>
        WithLock(() => Absences.Types.Live.FirstOrDefault(type => type.Name == name)?.Id);

    /// <summary>Adds a person with one active employment.</summary>
    /// <returns>The ID of the person.</returns>
    public string AddPerson(string firstName, string lastName, string? email) =>
        WithLock(() => People.Add(firstName, lastName, email));

    /// <summary>Adds an employment to a person, which only Personio itself can do.</summary>
    /// <returns>The ID of the employment.</returns>
    public string AddEmployment(string personId, string status, DateOnly start) =>
        WithLock(() => People.AddEmployment(personId, status, start));

    /// <summary>Adds an absence exactly as given, without the checks of the API.</summary>
    /// <param name="personId">The ID of the person.</param>
    /// <param name="absenceTypeName">The exact name of the absence type.</param>
    /// <param name="startsFrom">The start, local: `yyyy-MM-ddTHH:mm:ss`.</param>
    /// <param name="startType">FIRST_HALF, SECOND_HALF or null.</param>
    /// <param name="endsAt">
    /// The end, local; null for an open end. With a half, it carries the date of the last day, whatever form the
    /// company uses.
    /// </param>
    /// <param name="endType">FIRST_HALF, SECOND_HALF or null.</param>
    /// <param name="status">The approval status.</param>
    /// <returns>The ID of the absence.</returns>
    public string AddAbsencePeriod(
        string personId, string absenceTypeName, string startsFrom, string? startType,
        string? endsAt, string? endType, string status) =>
        WithLock(() => Absences.Add(personId, absenceTypeName, (startsFrom, startType), (endsAt, endType), status));

    /// <summary>Adds an attendance period exactly as given, without the checks of the API.</summary>
    /// <param name="personId">The ID of the person.</param>
    /// <param name="type">WORK or BREAK.</param>
    /// <param name="start">The start, local: `yyyy-MM-ddTHH:mm:ss`.</param>
    /// <param name="end">The end, local; null for a running period.</param>
    /// <param name="status">The approval status.</param>
    /// <param name="projectId">The ID of the project; null for none.</param>
    /// <returns>The ID of the period.</returns>
    public string AddAttendancePeriod(
        string personId, string type, string start, string? end, string status, string? projectId = null) =>
        WithLock(() => Attendance.Add(personId, type, start, end, status, projectId));

    /// <summary>Returns a new ID for an object created through the API.</summary>
    internal static string NewId() => Guid.NewGuid().ToString();

    /// <summary>Records a write that was carried out and notifies the webhooks. The caller holds the lock.</summary>
    internal void LogWrite(string method, string path, string id)
    {
        var write = new LedgerEntry(method, path, id);
        _ledger.Add(write);
        WebhookEvents.Notify(Webhooks, Calendar.Now, write);
    }

    private string[] Ids<T>(Func<Table<T>> table)
        where T : Row => WithLock<string[]>(() => [.. table().Live.Select(row => row.Id)]);

    private string? Json<T>(Func<Table<T>> table, string id)
        where T : Row => WithLock(() => table().Find(id) is { } row ? Encoding.UTF8.GetString(row.Json(Style)) : null);

    private T WithLock<T>(Func<T> action)
    {
        lock (Gate)
        {
            return action();
        }
    }
}
