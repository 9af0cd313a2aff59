using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Models;
using Personio.Parameters;
using Job = Personio.Models.Job;

namespace Personio;

/// <summary>The base of the cmdlets that write employments: what both have, checked and put into bodies in one place.
/// </summary>
public abstract class EmploymentWriterCmdletBase : ConnectedCmdletBase
{
    /// <summary>The first day of the employment.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [DayTransformation]
    public DateTime? EmploymentStartDate { get; set; }

    /// <summary>The end of a limited contract; $null makes it unlimited. It does not end the employment.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [DayTransformation]
    public DateTime? ContractEndDate { get; set; }

    /// <summary>The last day of the probation period. Not together with -ProbationPeriodLength.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [DayTransformation]
    public DateTime? ProbationEndDate { get; set; }

    /// <summary>The length of the probation period in months. Not together with -ProbationEndDate.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [WholeNumberTransformation]
    public int? ProbationPeriodLength { get; set; }

    /// <summary>The title of the position.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? Position { get; set; }

    /// <summary>Hours a week, for example 38.5.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [DecimalTransformation]
    public decimal? WeeklyWorkingHours { get; set; }

    /// <summary>Hours a week of a full-time position.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [DecimalTransformation]
    public decimal? FullTimeWeeklyWorkingHours { get; set; }

    /// <summary>The supervisor: person id or e-mail address.</summary>
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

    /// <summary>The department: its id or its name. The team stays as it is, unless -TeamId is given too.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Department")]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(DepartmentIdCompleter))]
    public string? DepartmentId { get; set; }

    /// <summary>The team: its id or its name. The department stays as it is, unless -DepartmentId is given too.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Team")]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(TeamIdCompleter))]
    public string? TeamId { get; set; }

    /// <summary>
    /// The cost centers and their shares in percent, which sum to 100: @{ '1201' = 60; '1202' = 40 }. One id alone
    /// carries all.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyCollection]
    [Alias("CostCenters")]
    [CostCenterTransformation]
    [ArgumentCompleter(typeof(IdCompleter<CostCenter>))]
    public CostCenterShare[]? CostCenter { get; set; }

    /// <summary>The job of the job catalog: its id or its name; $null takes the job off.</summary>
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
    private protected override void CheckInput() => Given.RefuseLocalDays();

    /// <summary>Puts what is given of an employment into its body, checked.</summary>
    /// <param name="body">The body.</param>
    /// <param name="status">The state of it; -Status of one cmdlet, -EmploymentStatus of the other.</param>
    /// <param name="type">The type of it; -Type of one cmdlet, -EmploymentType of the other.</param>
    /// <param name="now">The employment as it is; null for a new one.</param>
    /// <exception cref="PersonioException">Something cannot be meant.</exception>
    private protected void AddEmployment(
        ChangeBody body, EmploymentStatus? status, EmploymentType? type, Employment? now)
    {
        body.AddWord("Status", "status", status)
            .AddWord("Type", "type", type)
            .AddDay(nameof(EmploymentStartDate), "employment_start_date", EmploymentStartDate)
            .AddDay(nameof(ContractEndDate), "contract_end_date", ContractEndDate)
            .AddDay(nameof(ProbationEndDate), "probation_end_date", ProbationEndDate)
            .Add(nameof(ProbationPeriodLength), "probation_period_length", ProbationPeriodLength)
            .AddPart(nameof(Position), "position", "title", Title)
            .Add(nameof(WeeklyWorkingHours), "weekly_working_hours", WeeklyWorkingHours)
            .Add(nameof(FullTimeWeeklyWorkingHours), "full_time_weekly_working_hours", FullTimeWeeklyWorkingHours)
            .AddReference(nameof(SupervisorId), "supervisor", TheSupervisor())
            .AddReference(nameof(WorkplaceId), "office", Meant(nameof(WorkplaceId), WorkplaceId))
            .AddReference(nameof(LegalEntityId), "legal_entity", Meant(nameof(LegalEntityId), LegalEntityId))
            .AddReference(nameof(JobId), "job", Meant(nameof(JobId), JobId));
        if (GivenUnits(now) is { Count: > 0 } given)
        {
            IReadOnlyList<OrgUnitReference> units = OrgUnitChange.Between(now?.OrgUnits ?? new([]), given);
            body.Always("org_units", units.Select(unit => new { type = unit.Type, id = unit.OrgUnitId }));
        }

        if (Given.Contains(nameof(CostCenter)))
        {
            body.Always(
                "cost_centers",
                (CostCenter ?? []).Select(share => new { id = share.CostCenterId, weight = share.Weight }));
        }

        Terms(body, now?.EmploymentStartDate).Check();
        NameCostCenters(body);
    }

    // Their shares are checked before anything is looked up.
    private void NameCostCenters(ChangeBody body)
    {
        if (body.Members.ContainsKey("cost_centers"))
        {
            body.Always("cost_centers", (CostCenter ?? [])
                .Select(share => new { id = IdFor(nameof(CostCenter), share.CostCenterId), weight = share.Weight })
                .ToArray());
        }
    }

    // A name is what people try first, and Personio would take it for an id that does not exist.
    private string? TheSupervisor()
    {
        string? id = Meant(nameof(SupervisorId), SupervisorId);
        return string.IsNullOrEmpty(id) || id.All(char.IsAsciiDigit) || !IsToBeSent(nameof(SupervisorId))
            ? id
            : throw PersonioException.Invalid(
                $"'{id}' is neither a person id nor an e-mail address. Find the supervisor with Get-PersonioPerson "
                + "-LastName, or specify -Supervisor with the e-mail address.");
    }

    private bool IsToBeSent(string parameter) => Given.Contains(parameter) || !PipelineInput.Is<ApiObject>(InputObject);

    // What comes along with a piped object is not sent, and not looked up.
    private string? Meant(string parameter, string? idOrName) =>
        IsToBeSent(parameter) ? IdFor(parameter, idOrName) : idOrName?.Trim();

    // Of a new employment every unit that is named counts, also that of an object that is copied.
    private Dictionary<string, string?> GivenUnits(Employment? now)
    {
        (string Type, string Parameter, string? Id)[] units =
            [("department", nameof(DepartmentId), DepartmentId), ("team", nameof(TeamId), TeamId)];
        return units
            .Where(unit => now is null ? !string.IsNullOrWhiteSpace(unit.Id) : Given.Contains(unit.Parameter))
            .ToDictionary(unit => unit.Type, unit => IdFor(unit.Parameter, unit.Id));
    }

    // Only what is sent: an employment that is piped also binds what is there already.
    private EmploymentTerms Terms(ChangeBody body, DateTime? startNow)
    {
        bool Sends(string member) => body.Members.ContainsKey(member);
        return new EmploymentTerms
        {
            Start = Sends("employment_start_date") ? EmploymentStartDate : startNow,
            ContractEnd = Sends("contract_end_date") ? ContractEndDate : null,
            ProbationEnd = Sends("probation_end_date") ? ProbationEndDate : null,
            ProbationMonths = Sends("probation_period_length") ? ProbationPeriodLength : null,
            WeeklyHours = Sends("weekly_working_hours") ? WeeklyWorkingHours : null,
            FullTimeHours = Sends("full_time_weekly_working_hours") ? FullTimeWeeklyWorkingHours : null,
            CostCenters = Sends("cost_centers") ? CostCenter ?? [] : [],
        };
    }
}
