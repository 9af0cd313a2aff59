using Personio.Sandbox.Tenant;

namespace Personio.Sandbox;

/// <content>What the company has besides persons, absences and attendance.</content>
public sealed partial class SandboxTenant
{
    /// <summary>The ids of all projects, sub projects included.</summary>
    public IReadOnlyList<string> ProjectIds => Read(() => Ids(Projects));

    /// <summary>The ids of all compensations, past ones included.</summary>
    public IReadOnlyList<string> CompensationIds => Read(() => Ids(Compensations));

    /// <summary>The ids of all documents.</summary>
    public IReadOnlyList<string> DocumentIds => Read(() => Ids(Documents));

    /// <summary>The ids of all jobs of the catalogue.</summary>
    public IReadOnlyList<string> JobIds => Read(() => Ids(Jobs));

    /// <summary>The ids of all applications.</summary>
    public IReadOnlyList<string> ApplicationIds => Read(() => Ids(Recruiting.Applications));

    /// <summary>The ids of all reports.</summary>
    public IReadOnlyList<string> ReportIds => Read(() => Ids(Reports));

    /// <summary>The ids of all webhooks.</summary>
    public IReadOnlyList<string> WebhookIds => Read(() => Ids(Webhooks));

    internal Table<ProjectRow> Projects { get; } = new();

    internal Table<CompensationTypeRow> CompensationTypes { get; } = new();

    internal Table<CompensationRow> Compensations { get; } = new();

    internal Table<NamedRow> DocumentCategories { get; } = new();

    internal Table<DocumentRow> Documents { get; } = new();

    internal Table<JobRow> Jobs { get; } = new();

    internal Table<SalaryBandRow> SalaryBands { get; } = new();

    internal RecruitingBook Recruiting { get; private set; } = new();

    internal Table<ReportRow> Reports { get; } = new();

    internal Table<ReportAttributeRow> ReportAttributes { get; } = new();

    internal Table<WebhookRow> Webhooks { get; } = new();

    /// <summary>The JSON of a project as the API answers it, or null.</summary>
    public string? FindProjectJson(string projectId) => Json(Projects, projectId);

    /// <summary>The JSON of a document as the API answers it, or null.</summary>
    public string? FindDocumentJson(string documentId) => Json(Documents, documentId);

    private void AddAreas()
    {
        new ProjectBuilder(Calendar).AddTo(Projects, Persons.Rows);
        var compensations = new CompensationBuilder(_options.Seed, Calendar);
        compensations.AddTypes(CompensationTypes);
        compensations.AddTo(Compensations, Persons.Rows);
        var jobs = new JobBuilder(_options.Seed);
        jobs.AddBands(SalaryBands);
        jobs.AddJobs(Jobs, Persons.Rows, SalaryBands.Rows);
        new ReportBuilder(_options.Seed, Calendar).AddTo(Reports, ReportAttributes);
        new WebhookBuilder(_options.Seed, Calendar).AddTo(Webhooks, Persons.Rows);
        Recruiting = new RecruitingBuilder(_options.Seed, Calendar, Organization).Build(Persons.Rows);
        DocumentBuilder.AddCategories(DocumentCategories);
        new DocumentBuilder(_options.Seed, Calendar).AddTo(
            Documents,
            [.. Persons.Rows.Select(person => person.Id), .. Recruiting.Applications.Rows.Take(4).Select(row => row.Id)]);
    }

    /// <summary>Tells the webhooks that listen what a write has caused.</summary>
    private void TellWebhooks(string method, string path, string id)
    {
        if (WebhookEvents.Of(method, path) is not { } name)
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
