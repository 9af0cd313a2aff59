namespace Personio.Sandbox.Tenant;

/// <summary>
/// The records that exist for every person: pay, jobs, and documents. A large company has many of them, and often none
/// is used, so they are created on first access, from the employments at the start.
/// </summary>
internal sealed class CompanyRecords(
    int seed, TenantCalendar calendar, CompanyWords words, CompanyStructure organization, CompanyPeople people,
    CompanyRecruiting recruiting)
{
    private readonly Table<CompensationTypeRow> _compensationTypes = new();
    private readonly Table<CompensationRow> _compensations = new();
    private readonly Table<JobRow> _jobs = new();
    private readonly Table<SalaryBandRow> _salaryBands = new();
    private readonly Table<DocumentRow> _documents = new();
    private bool _isBuilt;

    public Table<CompensationTypeRow> CompensationTypes => EnsureBuilt(_compensationTypes);

    public Table<CompensationRow> Compensations => EnsureBuilt(_compensations);

    public Table<JobRow> Jobs => EnsureBuilt(_jobs);

    public Table<SalaryBandRow> SalaryBands => EnsureBuilt(_salaryBands);

    public Table<DocumentRow> Documents => EnsureBuilt(_documents);

    /// <summary>Creates the records; must be called before an employment changes.</summary>
    public void Build()
    {
        if (_isBuilt)
        {
            return;
        }

        _isBuilt = true;
        PersonRow[] persons = [.. people.Founders];
        var compensations = new CompensationBuilder(seed, calendar, words, organization);
        compensations.AddTypes(_compensationTypes);
        compensations.AddTo(_compensations, persons);
        var jobs = new JobBuilder(seed, words, organization);
        jobs.AddBands(_salaryBands);
        jobs.AddJobs(_jobs, persons, _salaryBands.Rows);
        IEnumerable<(string, DateOnly?)> applications =
            recruiting.Applications.Rows.Take(4).Select(row => (row.Id, (DateOnly?)null));
        new DocumentBuilder(seed, calendar, words).AddTo(
            _documents,
            [.. persons.Select(person => (person.Id, (DateOnly?)person.Employments[0].Start)), .. applications]);
    }

    private Table<T> EnsureBuilt<T>(Table<T> table)
        where T : Row
    {
        Build();
        return table;
    }
}
