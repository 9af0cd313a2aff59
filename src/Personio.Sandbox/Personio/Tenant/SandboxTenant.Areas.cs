using Personio.Sandbox.Tenant;

namespace Personio.Sandbox;

/// <content>What the company has besides persons, absences and attendance.</content>
public sealed partial class SandboxTenant
{
    private readonly Table<CompensationRow> _compensations = new();
    private readonly Table<DocumentRow> _documents = new();
    private readonly Table<CompensationTypeRow> _compensationTypes = new();
    private readonly Table<JobRow> _jobs = new();
    private readonly Table<SalaryBandRow> _salaryBands = new();
    private int _founders;
    private bool _isSettled;

    /// <summary>The ids of all projects, sub projects included.</summary>
    public IReadOnlyList<string> ProjectIds => Read(() => Ids(Projects));

    /// <summary>The ids of all compensations, past ones included.</summary>
    public IReadOnlyList<string> CompensationIds => Read(() => Ids(Compensations));

    /// <summary>The ids of all documents.</summary>
    public IReadOnlyList<string> DocumentIds => Read(() => Ids(Documents));

    /// <summary>The ids of all jobs of the catalog.</summary>
    public IReadOnlyList<string> JobIds => Read(() => Ids(Jobs));

    /// <summary>The ids of all applications.</summary>
    public IReadOnlyList<string> ApplicationIds => Read(() => Ids(Recruiting.Applications));

    /// <summary>The ids of all reports.</summary>
    public IReadOnlyList<string> ReportIds => Read(() => Ids(Reports));

    /// <summary>The ids of all webhooks.</summary>
    public IReadOnlyList<string> WebhookIds => Read(() => Ids(Webhooks));

    internal Table<ProjectRow> Projects { get; } = new();

    internal Table<CompensationTypeRow> CompensationTypes => Settled(_compensationTypes);

    internal Table<CompensationRow> Compensations => Settled(_compensations);

    internal Table<NamedRow> DocumentCategories { get; } = new();

    internal Table<DocumentRow> Documents => Settled(_documents);

    internal Table<JobRow> Jobs => Settled(_jobs);

    internal Table<SalaryBandRow> SalaryBands => Settled(_salaryBands);

    internal RecruitingBook Recruiting { get; private set; } = new();

    internal Table<ReportRow> Reports { get; } = new();

    internal Table<ReportAttributeRow> ReportAttributes { get; } = new();

    internal Table<WebhookRow> Webhooks { get; } = new();

    /// <summary>The JSON of a project as the API sends it, or null.</summary>
    public string? FindProjectJson(string projectId) => Json(Projects, projectId);

    /// <summary>The JSON of a document as the API sends it, or null.</summary>
    public string? FindDocumentJson(string documentId) => Read(() => Json(Documents, documentId));

    /// <summary>
    /// Makes what there is for every single person, in a large company a lot and often not looked at. Has to be done
    /// before an employment changes, because it is made of employments as they were at the start.
    /// </summary>
    internal void Settle()
    {
        if (_isSettled)
        {
            return;
        }

        _isSettled = true;
        PersonRow[] persons = [.. Persons.Rows.Take(_founders)];
        var compensations = new CompensationBuilder(_options.Seed, Calendar, Words, Organization);
        compensations.AddTypes(_compensationTypes);
        compensations.AddTo(_compensations, persons);
        var jobs = new JobBuilder(_options.Seed, Words, Organization);
        jobs.AddBands(_salaryBands);
        jobs.AddJobs(_jobs, persons, _salaryBands.Rows);
        IEnumerable<(string, DateOnly?)> applications =
            Recruiting.Applications.Rows.Take(4).Select(row => (row.Id, (DateOnly?)null));
        new DocumentBuilder(_options.Seed, Calendar, Words).AddTo(
            _documents, [.. persons.Select(person => (person.Id, (DateOnly?)person.Employments[0].Start)), .. applications]);
    }

    private Table<T> Settled<T>(Table<T> table)
        where T : Row
    {
        Settle();
        return table;
    }

    private Tracker Track(PersonRow person)
    {
        EmploymentRow employment = person.Employments[0];
        IReadOnlyList<(DateOnly, DateOnly)> away = employment.Status != "ACTIVE" ? [] :
        [
            .. AbsencePeriods.OfOwner(person.Id)
                .Where(row => !row.Type.IsHourly && row is { Status: "APPROVED", End: not null } && row.Start.Half != row.End.Value.Half)
                .Select(row => (DateOnly.FromDateTime(row.From), DateOnly.FromDateTime(row.Until.AddTicks(-1)))),
        ];
        return new Tracker(
            person.Id, employment.Status == "ACTIVE", employment.Start, (employment.WeeklyHours ?? 40) / 5, away);
    }

    private void AddAreas()
    {
        _founders = Persons.Rows.Count;
        new ProjectBuilder(Calendar, Words).AddTo(Projects, Persons.Rows);
        new ReportBuilder(_options.Seed, Calendar, Words).AddTo(Reports, ReportAttributes);
        new WebhookBuilder(_options.Seed, Calendar, Words).AddTo(Webhooks, Persons.Rows);
        Recruiting = new RecruitingBuilder(_options.Seed, Calendar, Organization, Words).Build(Persons.Rows);
        DocumentBuilder.AddCategories(DocumentCategories, Words);
    }

    /// <summary>Tells the webhooks that listen what a write has caused.</summary>
    private void TellWebhooks(string method, string path, string id)
    {
        if (WebhookEvents.For(method, path) is not { } name)
        {
            return;
        }

        var happened = new WebhookEventRow
        {
            Id = NewId(),
            Name = name,
            OccurredAt = Calendar.Now,
            Payload = WebhookEvents.Payload(name, id),
        };
        foreach (WebhookRow row in Webhooks.Live.Where(row => row.Status == "ENABLED" && row.Enabled.Contains(name)))
        {
            row.Tell(happened, happened.OccurredAt, NewId());
        }
    }

    /// <summary>Removes a person and what belongs to the person. The caller holds the gate.</summary>
    internal void Forget(PersonRow person)
    {
        person.Remove();
        IEnumerable<Row> owned =
        [
            .. AbsencePeriods.OfOwner(person.Id), .. AttendancePeriods.OfOwner(person.Id),
            .. Compensations.OfOwner(person.Id), .. Documents.OfOwner(person.Id),
            .. Projects.Rows.SelectMany(project => project.Members).Where(member => member.Id == person.Id),
        ];
        foreach (Row row in owned)
        {
            row.Remove();
        }

        foreach (EmploymentRow employment in Persons.Live.SelectMany(other => other.Employments)
            .Where(employment => employment.SupervisorId == person.Id))
        {
            employment.SupervisorId = null;
            employment.Touch();
        }
    }
}
