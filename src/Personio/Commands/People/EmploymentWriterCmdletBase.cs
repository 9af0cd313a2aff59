using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Models;
using Personio.Parameters;
using Job = Personio.Models.Job;

namespace Personio;

/// <summary>
/// The base of the cmdlets that write employments: validates their common parameters and puts them into request bodies.
/// </summary>
public abstract class EmploymentWriterCmdletBase : ConnectedCmdletBase
{
    /// <summary>The first day of the employment.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [DayTransformation]
    public DateTime? EmploymentStartDate { get; set; }

    /// <summary>The end of a fixed-term contract; $null makes it permanent. It does not end the employment.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [DayTransformation]
    public DateTime? ContractEndDate { get; set; }

    /// <summary>The last day of the probation period. Cannot be combined with -ProbationPeriodLength.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [DayTransformation]
    public DateTime? ProbationEndDate { get; set; }

    /// <summary>The length of the probation period in months. Cannot be combined with -ProbationEndDate.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [WholeNumberTransformation]
    public int? ProbationPeriodLength { get; set; }

    /// <summary>The title of the position.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? Position { get; set; }

    /// <summary>The weekly working hours, for example 38.5.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [DecimalTransformation]
    public decimal? WeeklyWorkingHours { get; set; }

    /// <summary>The weekly working hours of a full-time position.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [DecimalTransformation]
    public decimal? FullTimeWeeklyWorkingHours { get; set; }

    /// <summary>The supervisor: person id or email address.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Supervisor", "SupervisorEmail")]
    [AllowEmptyString]
    [PersonTransformation]
    [ArgumentCompleter(typeof(PersonIdCompleter))]
    public string? SupervisorId { get; set; }

    /// <summary>The workplace, which Personio's API calls office: its id or its name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Workplace")]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(IdCompleter<Workplace>))]
    public string? WorkplaceId { get; set; }

    /// <summary>The legal entity: its id or its name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("LegalEntity")]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(IdCompleter<LegalEntity>))]
    public string? LegalEntityId { get; set; }

    /// <summary>
    /// The department: its id or its name. The team stays unchanged unless -TeamId is also specified.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Department")]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(DepartmentIdCompleter))]
    public string? DepartmentId { get; set; }

    /// <summary>
    /// The team: its id or its name. The department stays unchanged unless -DepartmentId is also specified.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Team")]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(TeamIdCompleter))]
    public string? TeamId { get; set; }

    /// <summary>
    /// The cost centers, by id or name, and their shares in percent, which must add up to 100:
    /// @{ '1201' = 60; '1202' = 40 }. A single cost center gets the full share.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyCollection]
    [Alias("CostCenters")]
    [CostCenterTransformation]
    [ArgumentCompleter(typeof(IdCompleter<CostCenter>))]
    public CostCenterShare[]? CostCenter { get; set; }

    /// <summary>The job in the job catalog: its id or its name; $null removes the job.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Job")]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(IdCompleter<Job>))]
    public string? JobId { get; set; }

    /// <summary>The object or row that the other parameters are bound from.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    private string? Title => string.IsNullOrWhiteSpace(Position) ? null : Position.Trim();

    /// <inheritdoc/>
    private protected override void CheckInput() => Given.RejectLocalDays();

    /// <summary>Validates the specified values of an employment and adds them to its body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="status">The status: -Status of one cmdlet, -EmploymentStatus of the other.</param>
    /// <param name="type">The type: -Type of one cmdlet, -EmploymentType of the other.</param>
    /// <param name="current">The current employment; null for a new one.</param>
    /// <exception cref="PersonioException">A value is invalid.</exception>
    private protected void AddEmployment(
        ChangeBody body, EmploymentStatus? status, EmploymentType? type, Employment? current)
    {
        body.AddEnum("Status", "status", status)
            .AddEnum("Type", "type", type)
            .AddDay(nameof(EmploymentStartDate), "employment_start_date", EmploymentStartDate)
            .AddDay(nameof(ContractEndDate), "contract_end_date", ContractEndDate)
            .AddDay(nameof(ProbationEndDate), "probation_end_date", ProbationEndDate)
            .Add(nameof(ProbationPeriodLength), "probation_period_length", ProbationPeriodLength)
            .AddPart(nameof(Position), "position", "title", Title)
            .Add(nameof(WeeklyWorkingHours), "weekly_working_hours", WeeklyWorkingHours)
            .Add(nameof(FullTimeWeeklyWorkingHours), "full_time_weekly_working_hours", FullTimeWeeklyWorkingHours)
            .AddReference(nameof(SupervisorId), "supervisor", ResolveSupervisor())
            .AddReference(nameof(WorkplaceId), "office", ResolveIfSent(nameof(WorkplaceId), WorkplaceId))
            .AddReference(nameof(LegalEntityId), "legal_entity", ResolveIfSent(nameof(LegalEntityId), LegalEntityId))
            .AddReference(nameof(JobId), "job", ResolveIfSent(nameof(JobId), JobId));
        if (GivenUnits(current) is { Count: > 0 } given)
        {
            IReadOnlyList<OrgUnitReference> units = OrgUnitChange.Between(current?.OrgUnits ?? new([]), given);
            body.AddAlways("org_units", units.Select(unit => new { type = unit.Type, id = unit.OrgUnitId }));
        }

        if (Given.Contains(nameof(CostCenter)))
        {
            body.AddAlways(
                "cost_centers",
                (CostCenter ?? []).Select(share => new { id = share.CostCenterId, weight = share.Weight }));
        }

        CreateTerms(body, current?.EmploymentStartDate).Check();
        NameCostCenters(body);
    }

    // The shares are validated before any lookup.
    private void NameCostCenters(ChangeBody body)
    {
        if (body.Members.ContainsKey("cost_centers"))
        {
            body.AddAlways("cost_centers", (CostCenter ?? [])
                .Select(share => new { id = IdFor(nameof(CostCenter), share.CostCenterId), weight = share.Weight })
                .ToArray());
        }
    }

    // A name is what users try first, and Personio would treat it as an id that does not exist.
    private string? ResolveSupervisor()
    {
        string? id = ResolveIfSent(nameof(SupervisorId), SupervisorId);
        return string.IsNullOrEmpty(id) || id.All(char.IsAsciiDigit) || !IsToBeSent(nameof(SupervisorId))
            ? id
            : throw PersonioException.Invalid(
                $"'{id}' is neither a person id nor an email address. Find the supervisor with Get-PersonioPerson "
                + "-LastName, or specify -Supervisor with the email address.");
    }

    private bool IsToBeSent(string parameter) => Given.Contains(parameter) || !PipelineInput.Is<ApiObject>(InputObject);

    // Values carried by a piped object are neither sent nor looked up.
    private string? ResolveIfSent(string parameter, string? idOrName) =>
        IsToBeSent(parameter) ? IdFor(parameter, idOrName) : idOrName?.Trim();

    // For a new employment, every specified unit counts, including those of a copied object.
    private Dictionary<string, string?> GivenUnits(Employment? current)
    {
        (string Type, string Parameter, string? Id)[] units =
            [("department", nameof(DepartmentId), DepartmentId), ("team", nameof(TeamId), TeamId)];
        return units
            .Where(unit => current is null ? !string.IsNullOrWhiteSpace(unit.Id) : Given.Contains(unit.Parameter))
            .ToDictionary(unit => unit.Type, unit => IdFor(unit.Parameter, unit.Id));
    }

    // Checks only what is sent: a piped employment also binds its current values.
    private EmploymentTerms CreateTerms(ChangeBody body, DateTime? currentStart)
    {
        bool Sends(string member) => body.Members.ContainsKey(member);
        return new EmploymentTerms
        {
            Start = Sends("employment_start_date") ? EmploymentStartDate : currentStart,
            ContractEnd = Sends("contract_end_date") ? ContractEndDate : null,
            ProbationEnd = Sends("probation_end_date") ? ProbationEndDate : null,
            ProbationMonths = Sends("probation_period_length") ? ProbationPeriodLength : null,
            WeeklyHours = Sends("weekly_working_hours") ? WeeklyWorkingHours : null,
            FullTimeHours = Sends("full_time_weekly_working_hours") ? FullTimeWeeklyWorkingHours : null,
            CostCenters = Sends("cost_centers") ? CostCenter ?? [] : [],
        };
    }
}
