using Personio.Models;

namespace Personio.Client;

/// <summary>
/// The terms of an employment that are about to be written, to the extent that they can be validated before they are
/// sent to Personio. Null means not written.
/// </summary>
public sealed record EmploymentTerms
{
    private const int HoursPerWeek = 168;
    private const int FullPercent = 100;

    /// <summary>The first day, whether new or existing; null if it is not known.</summary>
    public DateTime? Start { get; init; }

    /// <summary>The last day of a fixed-term contract, inclusive.</summary>
    public DateTime? ContractEnd { get; init; }

    /// <summary>The last day of the probation period.</summary>
    public DateTime? ProbationEnd { get; init; }

    /// <summary>The length of the probation period in months.</summary>
    public int? ProbationMonths { get; init; }

    /// <summary>The working hours per week.</summary>
    public decimal? WeeklyHours { get; init; }

    /// <summary>The weekly working hours of a full-time position.</summary>
    public decimal? FullTimeHours { get; init; }

    /// <summary>The cost centers; empty if they are not written or all of them are removed.</summary>
    public IReadOnlyList<CostCenterShare> CostCenters { get; init => field = value ?? []; } = [];

    /// <summary>Checks for terms that Personio would reject or that are obviously mistakes.</summary>
    /// <exception cref="PersonioException">A term is invalid (<c>InvalidRequest</c>).</exception>
    public void Check()
    {
        string? wrong = this switch
        {
            { ProbationEnd: not null, ProbationMonths: not null } =>
                "the last day and the length of the probation period cannot be combined: specify one of them",
            { ProbationMonths: < 0 } => "a probation period has 0 months or more",
            { WeeklyHours: < 0 or > HoursPerWeek } or { FullTimeHours: < 0 or > HoursPerWeek } =>
                $"a week has between 0 and {HoursPerWeek} hours",
            { ContractEnd: { } end } when end.Date < Start?.Date => DescribeEarlyEnd("contract", end),
            { ProbationEnd: { } end } when end.Date < Start?.Date => DescribeEarlyEnd("probation period", end),
            _ => FindShareError(),
        };
        if (wrong is not null)
        {
            throw PersonioException.Invalid($"The employment was not written: {wrong}.");
        }
    }

    private string DescribeEarlyEnd(string what, DateTime end) =>
        $"its {what} ends on {DateText.Day(end)}, before it starts on {DateText.Day(Start)}";

    private string? FindShareError() => CostCenters switch
    {
        [] => null,
        _ when CostCenters.Any(share => share.Weight is null or <= 0) =>
            "every cost center needs a share of more than 0 percent",
        _ when CostCenters.Select(share => share.CostCenterId).Distinct().Count() < CostCenters.Count =>
            "a cost center was given twice",
        _ when CostCenters.Sum(share => share.Weight) is { } sum && sum != FullPercent => FormattableString.Invariant(
            $"the shares of its cost centers sum to {sum:0.##} percent, not to {FullPercent}"),
        _ => null,
    };
}
