using System.Management.Automation;
using Personio.Client;
using Personio.Models;
using Personio.Parameters;

namespace Personio;

/// <summary>The base of the cmdlets that write employments: what both have, checked and put into bodies in one place.
/// </summary>
public abstract class EmploymentWriterCommand : WriterCommand
{
    private const int HoursOfWeek = 168;

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
    [HoursTransformation]
    public decimal? WeeklyWorkingHours { get; set; }

    /// <summary>Hours a week of a full-time position.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [HoursTransformation]
    public decimal? FullTimeWeeklyWorkingHours { get; set; }

    /// <summary>The person id of the supervisor.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? SupervisorId { get; set; }

    /// <summary>The id of the workplace, which Personio's API calls office.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? WorkplaceId { get; set; }

    /// <summary>The id of the legal entity.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? LegalEntityId { get; set; }

    /// <summary>The id of the department. The team stays as it is, unless -TeamId is given too.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? DepartmentId { get; set; }

    /// <summary>The id of the team. The department stays as it is, unless -DepartmentId is given too.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? TeamId { get; set; }

    /// <summary>
    /// The cost centers and their shares in percent, which sum to 100: @{ '1201' = 60; '1202' = 40 }. One id alone
    /// carries all.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyCollection]
    [CostCenterTransformation]
    public CostCenterShare[]? CostCenter { get; set; }

    private string? Title => string.IsNullOrWhiteSpace(Position) ? null : Position.Trim();

    /// <summary>Puts what is given of an employment into its body, checked.</summary>
    /// <param name="body">The body.</param>
    /// <param name="now">The employment as it is; null for a new one.</param>
    /// <param name="asksUnits">Whether departments or teams are given.</param>
    /// <exception cref="PersonioException">Something cannot be meant.</exception>
    private protected void AddEmployment(ChangeBody body, Employment? now, bool asksUnits)
    {
        body.AddDay(nameof(EmploymentStartDate), "employment_start_date", EmploymentStartDate)
            .AddDay(nameof(ContractEndDate), "contract_end_date", ContractEndDate)
            .AddDay(nameof(ProbationEndDate), "probation_end_date", ProbationEndDate)
            .Add(nameof(ProbationPeriodLength), "probation_period_length", ProbationPeriodLength)
            .Add(nameof(Position), "position", Title is null ? null : new { title = Title })
            .Add(nameof(WeeklyWorkingHours), "weekly_working_hours", WeeklyWorkingHours)
            .Add(nameof(FullTimeWeeklyWorkingHours), "full_time_weekly_working_hours", FullTimeWeeklyWorkingHours)
            .AddReference(nameof(SupervisorId), "supervisor", SupervisorId?.Trim())
            .AddReference(nameof(WorkplaceId), "office", WorkplaceId?.Trim())
            .AddReference(nameof(LegalEntityId), "legal_entity", LegalEntityId?.Trim());
        if (asksUnits)
        {
            body.Always("org_units", Units(now));
        }

        if (IsGiven(nameof(CostCenter)))
        {
            body.Always(
                "cost_centers",
                (CostCenter ?? []).Select(share => new { id = share.CostCenterId, weight = share.Weight }));
        }

        Check(body, body.Members.ContainsKey("employment_start_date") ? EmploymentStartDate : now?.EmploymentStartDate);
    }

    // The list is replaced as a whole: what is not given has to be sent again.
    private object[] Units(Employment? now)
    {
        bool Stays(string parameter, string type, OrgUnitReference unit) =>
            now is not null && !IsGiven(parameter)
            && string.Equals(unit.Type, type, StringComparison.OrdinalIgnoreCase);
        bool IsOther(OrgUnitReference unit) => unit.Type?.ToUpperInvariant() is not ("DEPARTMENT" or "TEAM");
        IEnumerable<(string? Type, string? Id)> kept = (now?.OrgUnits ?? new([]))
            .Where(unit => IsOther(unit)
                || Stays(nameof(DepartmentId), "department", unit) || Stays(nameof(TeamId), "team", unit))
            .Select(unit => (unit.Type, unit.OrgUnitId));
        IEnumerable<(string? Type, string? Id)> given =
            [("department", DepartmentId?.Trim()), ("team", TeamId?.Trim())];
        bool IsNew((string? Type, string? Id) unit) => !string.IsNullOrEmpty(unit.Id)
            && (now is null || IsGiven(unit.Type == "team" ? nameof(TeamId) : nameof(DepartmentId)));
        return [.. kept.Concat(given.Where(IsNew)).Select(unit => new { type = unit.Type, id = unit.Id })];
    }

    // Only what is sent: an employment that is piped also binds what is there already.
    private void Check(ChangeBody body, DateTime? start)
    {
        T? Sent<T>(string member, T? value)
            where T : struct => body.Members.ContainsKey(member) ? value : null;
        var sent = (
            ContractEnd: Sent("contract_end_date", ContractEndDate),
            ProbationEnd: Sent("probation_end_date", ProbationEndDate),
            Months: Sent("probation_period_length", ProbationPeriodLength),
            Hours: Sent("weekly_working_hours", WeeklyWorkingHours),
            FullTime: Sent("full_time_weekly_working_hours", FullTimeWeeklyWorkingHours));
        string? wrong = sent switch
        {
            { ProbationEnd: not null, Months: not null } =>
                "-ProbationEndDate and -ProbationPeriodLength exclude each other: give one of them",
            { Months: < 0 } => "a probation period has 0 months or more",
            { Hours: < 0 or > HoursOfWeek } or { FullTime: < 0 or > HoursOfWeek } =>
                $"a week has between 0 and {HoursOfWeek} hours",
            { ContractEnd: { } end } when end.Date < start?.Date => Early("contract", end),
            { ProbationEnd: { } end } when end.Date < start?.Date => Early("probation period", end),
            _ when body.Members.ContainsKey("cost_centers") => WrongShares(),
            _ => null,
        };
        if (wrong is not null)
        {
            throw PersonioException.Invalid($"The employment was not written: {wrong}.");
        }

        string Early(string what, DateTime end) => FormattableString.Invariant(
            $"its {what} ends on {end:yyyy-MM-dd}, before it starts on {start:yyyy-MM-dd}");
    }

    private string? WrongShares() => CostCenter switch
    {
        null or [] => null,
        _ when CostCenter.Any(share => share.Weight is null or <= 0) =>
            "every cost center needs a share of more than 0 percent",
        _ when CostCenter.Select(share => share.CostCenterId).Distinct().Count() < CostCenter.Length =>
            "a cost center was given twice",
        _ when CostCenter.Sum(share => share.Weight) is { } sum && sum != 100 =>
            FormattableString.Invariant($"the shares of its cost centers sum to {sum:0.##} percent, not to 100"),
        _ => null,
    };
}
