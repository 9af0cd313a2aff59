namespace Personio.Lifecycle;

/// <summary>
/// Determines the employment state of a person. Days take precedence over the status: a last day in the past ends the
/// employment, one in the future does not.
/// </summary>
internal sealed class StandingRule(ComparisonOptions options)
{
    /// <summary>Returns the state of a person on a day.</summary>
    public Standing StandingOf(PersonRow person, DateOnly today)
    {
        IReadOnlyList<EmploymentRow> employments = person.Employments.Count > 0
            ? person.Employments
            : [SingleEmployment(person)];
        List<Standing> standings = [.. employments.Select(employment => EvaluateEmployment(employment, today))];
        // Leave from one employment does not end the work in another.
        Standing? current = Newest(standings, standing => standing.Kind == StandingKind.Active)
            ?? Newest(standings, standing => standing.IsInForce);
        if (current is not null)
        {
            return current;
        }

        Standing? next = standings.Where(standing => standing.Kind == StandingKind.Starting).MinBy(standing =>
            standing.FirstDay);
        Standing? past = Newest(standings, standing => standing.Kind == StandingKind.Over);
        if (next is not null)
        {
            return past is null ? next : Bridge(past, next, today);
        }

        // An employment that cannot be interpreted may be the one that continues.
        if (standings.Find(standing => standing.Kind == StandingKind.Unclear) is { } unclear)
        {
            return unclear;
        }

        Standing last = past ?? standings[0];
        return last is { Kind: StandingKind.Over, LastDay: null } && EqualsWord(person.Status, "ACTIVE")
            ? last with { Kind = StandingKind.Unclear }
            : last;
    }

    private static EmploymentRow SingleEmployment(PersonRow person) => new()
    {
        Status = string.IsNullOrWhiteSpace(person.EmploymentStatus) ? person.Status : person.EmploymentStatus,
        Type = person.EmploymentType,
        StartDate = person.StartDate,
        LastDay = person.LastDay,
        TerminationDate = person.TerminationDate,
        EmploymentEndDate = person.EmploymentEndDate,
        LastWorkingDay = person.LastWorkingDay,
        ContractEndDate = person.ContractEndDate,
    };

    private static Standing? Newest(IEnumerable<Standing> standings, Func<Standing, bool> predicate) =>
        standings.Where(predicate)
        .OrderByDescending(standing => standing.LastDay ?? DateOnly.MaxValue)
        .ThenByDescending(standing => standing.FirstDay)
        .FirstOrDefault();

    // A change of company or a renewed contract: someone who continues within a few days does not leave.
    private Standing Bridge(Standing past, Standing next, DateOnly today)
    {
        DateOnly bridge = (past.LastDay ?? today).AddDays(options.BridgeDays);
        bool continues = next.FirstDay is { } first && first <= bridge;
        bool startsSoon = next.FirstDay is { } day && day <= today.AddDays(options.LeadDays);
        return continues ? next with { Kind = StandingKind.Active }
            : startsSoon ? next with { LastDay = past.LastDay, IsBetween = true }
            : past with { FirstDay = next.FirstDay };
    }

    private Standing EvaluateEmployment(EmploymentRow employment, DateOnly today)
    {
        (DateOnly? last, bool isWorkingDay) = LastDayOf(employment);
        string status = employment.Status?.Trim().ToUpperInvariant() ?? "";
        bool startsLater = employment.StartDate > today;
        Standing CreateStanding(StandingKind kind) => new(kind, employment.Status?.Trim(), employment.StartDate, last,
            isWorkingDay);
        if (startsLater && (status == "INACTIVE" || last < employment.StartDate))
        {
            return CreateStanding(StandingKind.Rescinded);
        }

        if (last is { } day && today > day.AddDays(options.GraceDays))
        {
            // A last day before the first day belongs to an earlier employment. It does not end one that HR says is
            // current.
            return CreateStanding(day < employment.StartDate && status is ("ACTIVE" or "LEAVE" or "ONBOARDING")
                ? StandingKind.Unclear : StandingKind.Over);
        }

        return status switch
        {
            "INACTIVE" when last is null => CreateStanding(StandingKind.Over),
            "ACTIVE" or "LEAVE" or "ONBOARDING" or "INACTIVE" when startsLater => CreateStanding(StandingKind.Starting),
            "LEAVE" => ApplyEnd(CreateStanding(StandingKind.OnLeave), employment, today),
            "ACTIVE" or "INACTIVE" => ApplyEnd(CreateStanding(StandingKind.Active), employment, today),
            "ONBOARDING" => CreateStanding(employment.StartDate is null ? StandingKind.Unclear : StandingKind.Active),
            _ => CreateStanding(StandingKind.Unclear),
        };
    }

    private static Standing ApplyEnd(Standing standing, EmploymentRow employment, DateOnly today) =>
        standing.LastDay is null && employment.ContractEndDate < today
            ? standing with { HasContractEnded = employment.ContractEndDate }
            : standing;

    private (DateOnly? Day, bool IsWorkingDay) LastDayOf(EmploymentRow employment)
    {
        DateOnly? end = employment.TerminationDate ?? employment.EmploymentEndDate;
        DateOnly? working = employment.LastWorkingDay;
        // A source without other days may have derived the last day from the contract's end, which is not trusted.
        DateOnly? computed = employment.LastDay == employment.ContractEndDate ? null : employment.LastDay;
        DateOnly? last = end ?? working ?? computed;
        if (options.LeaverDay == LeaverDay.LastWorkingDay && working < last)
        {
            last = working;
        }

        return last is null && options.TrustContractEnd
            ? (employment.ContractEndDate, false)
            : (last, last is not null && last == working && last != end);
    }

    private static bool EqualsWord(string? text, string word) =>
        string.Equals(text?.Trim(), word, StringComparison.OrdinalIgnoreCase);
}
