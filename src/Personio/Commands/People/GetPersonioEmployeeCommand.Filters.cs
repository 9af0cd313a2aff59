using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Models;
using Personio.Parameters;

namespace Personio.Commands;

// The parameters that filter employees.
public sealed partial class GetPersonioEmployeeCommand
{
    /// <summary>
    /// Returns only employees with one of these names, regardless of case and with wildcards: the display, first, last
    /// or preferred name. Filtered here.
    /// </summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>
    /// Returns only employees with these email addresses. Filtered by Personio; with wildcards, filtered here.
    /// </summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Email { get; set; }

    /// <summary>
    /// Returns only employments with one of these statuses. Narrowed by Personio, then filtered here.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public EmploymentStatus[]? Status { get; set; }

    /// <summary>Returns only employees of these departments: names with wildcards, or ids. Filtered here.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(DepartmentCompleter))]
    public string[]? Department { get; set; }

    /// <summary>Returns only employees of these teams: names with wildcards, or ids. Filtered here.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public string[]? Team { get; set; }

    /// <summary>Returns only employees at these workplaces: names with wildcards, or ids. Filtered here.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NameOrIdCompleter<Workplace>))]
    public string[]? Workplace { get; set; }

    /// <summary>Returns only employees of these legal entities: names with wildcards, or ids. Filtered here.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NameOrIdCompleter<LegalEntity>))]
    public string[]? LegalEntity { get; set; }

    /// <summary>
    /// Returns only employees with a share in one of these cost centers: names with wildcards, or ids. Filtered here.
    /// </summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NameOrIdCompleter<CostCenter>))]
    public string[]? CostCenter { get; set; }

    /// <summary>
    /// Returns only employees of these supervisors: names with wildcards, email addresses or ids. Filtered here, which
    /// reads all persons.
    /// </summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Supervisor { get; set; }

    /// <summary>
    /// Returns only employees whose employment starts on one of the days of -Month, or of -From and -To.
    /// </summary>
    [Parameter]
    public SwitchParameter Joining { get; set; }

    /// <summary>Returns only employees whose LastDay is one of the days of -Month, or of -From and -To.</summary>
    [Parameter]
    public SwitchParameter Leaving { get; set; }

    /// <summary>All days of a month for -Joining and -Leaving: 2026-05, or any date in it.</summary>
    [Parameter]
    [MonthTransformation]
    [ArgumentCompleter(typeof(FixedCompleter<RecentMonths>))]
    [ValidateNotNull]
    public DateTime? Month { get; set; }

    /// <summary>
    /// The first day for -Joining and -Leaving, inclusive. Default: today, or unlimited if -To is specified.
    /// </summary>
    [Parameter]
    [DayTransformation(AcceptsAnyYear = true)]
    public DateTime? From { get; set; }

    /// <summary>The last day for -Joining and -Leaving, inclusive. Default: unlimited.</summary>
    [Parameter]
    [DayTransformation(AcceptsAnyYear = true)]
    public DateTime? To { get; set; }

    /// <summary>Builds the filter from the parameters.</summary>
    private EmployeeFilter Filter()
    {
        bool hasDays = Month is not null || From is not null || To is not null;
        if (hasDays && !Joining && !Leaving)
        {
            ThrowTerminatingError(Errors.CreateRecord(
                PersonioException.Invalid(
                    "-Month, -From and -To are the days of joiners and leavers: specify -Joining, -Leaving or both."),
                Noun,
                null));
        }

        (From, To) = DayRange.WholeMonth(this, Month, From, To);
        DayRange.Check(this, From, To);
        return new EmployeeFilter
        {
            Name = Name is null ? null : new PersonFilter(nameof(Name), Name),
            Supervisor = Supervisor is null ? null : new PersonFilter(nameof(Supervisor), Supervisor),
            Email = Email,
            Status = Status,
            Department = Place(CompanyLists.Departments, Department),
            Team = Place(CompanyLists.Teams, Team),
            Workplace = Place(CompanyLists.Workplaces, Workplace),
            LegalEntity = Place(CompanyLists.LegalEntities, LegalEntity),
            CostCenter = Place(CompanyLists.CostCenters, CostCenter),
            Days = (hasDays ? From : DateTime.Today, To),
            IsJoining = Joining,
            IsLeaving = Leaving,
        };
    }

    private static CompanyFilter? Place(ICompanyList list, string[]? wanted) =>
        wanted is null ? null : new CompanyFilter(list, wanted);
}
