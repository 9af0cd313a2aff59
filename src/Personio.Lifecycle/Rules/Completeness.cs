namespace Personio.Lifecycle;

/// <summary>
/// Checks whether both sides can be complete. An empty or truncated list that looks like success is the worst failure
/// of all: it would disable everyone.
/// </summary>
internal static class Completeness
{
    private const int MinPercentOfLastRun = 90;
    private const int MaxMissingPercent = 5;
    private const int MaxMissing = 3;
    private const int MaxActiveWithoutInactive = 3;

    /// <summary>Checks both sides.</summary>
    /// <exception cref="LifecycleException">One side is incomplete (<c>SourceIncomplete</c>).</exception>
    public static void Check(ComparisonInput input, ComparisonOptions options)
    {
        string? fault = CheckPersons(input) ?? CheckAccounts(input, options) ?? CheckMissing(input);
        if (fault is not null)
        {
            throw new LifecycleException(
                LifecycleErrors.SourceIncomplete,
                $"No plan was made: {fault}. Check the credential, its rights and the filters, and compare again.");
        }
    }

    private static string? CheckPersons(ComparisonInput input)
    {
        IReadOnlyList<PersonRow> persons = input.Persons;
        if (persons.Count == 0)
        {
            return "HR has no persons";
        }

        if (input.Memory?.LastPersons is { } last && persons.Count * 100L < (long)last * MinPercentOfLastRun)
        {
            return $"HR has {persons.Count} persons, the last run had {last}; less than {MinPercentOfLastRun}% is "
                + "considered incomplete";
        }

        int withoutId = persons.Count(person => ValueText.Plain(person.PersonId) is null);
        string? duplicate = persons.Select(person => ValueText.Plain(person.PersonId)).OfType<string>()
            .GroupBy(id => id, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1)?.Key;
        return withoutId > 0 ? $"PersonId is empty in {withoutId} of {persons.Count} persons"
            : duplicate is not null ? $"PersonId {duplicate} occurs more than once"
            : AreAllEmpty(persons, Status) ? "no person has a status"
            : AreAllEmpty(persons, FirstDay) ? "no person has a first day; were employments included?"
            : CheckLastDays(input);
    }

    private static string? CheckLastDays(ComparisonInput input)
    {
        List<PersonRow> inactive = input.Persons.Where(person =>
            string.Equals(Status(person) as string, "INACTIVE", StringComparison.OrdinalIgnoreCase)).ToList();
        bool hasDay = inactive.Exists(person => person.LastDay is not null || person.TerminationDate is not null
            || person.EmploymentEndDate is not null || person.LastWorkingDay is not null
            || person.Employments.Any(employment => (employment.LastDay ?? employment.TerminationDate
                ?? employment.EmploymentEndDate ?? employment.LastWorkingDay) is not null));
        return inactive.Count > 0 && !hasDay && (!input.HasLastDayColumns || inactive.Count > MaxActiveWithoutInactive)
            ? $"{inactive.Count} persons are inactive, and none of them has a last day"
            : null;
    }

    private static string? CheckAccounts(ComparisonInput input, ComparisonOptions options)
    {
        IReadOnlyList<AccountRow> accounts = input.Accounts;
        if (accounts.Count == 0)
        {
            return !options.AllowEmptyDirectory
                ? "the directory has no accounts (specify -AllowEmptyDirectory if that is right)"
                : input.Memory?.LastLinked is { } before and > 0
                    ? $"the directory has no accounts, the last run had {before} linked accounts; each directory needs "
                        + "its own log"
                    : null;
        }

        long reported = Math.Max(input.ReportedAccounts ?? 0, input.PopulationAccounts ?? 0);
        if (accounts.Count < reported)
        {
            return $"{accounts.Count} accounts were read, the directory says it has {reported} (after writes, "
                + "lists may lag for a minute)";
        }

        int withoutId = accounts.Count(account => ValueText.Plain(account.AccountId) is null);
        string? duplicate = accounts.Select(account => ValueText.Plain(account.AccountId)).OfType<string>()
            .GroupBy(id => id, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1)?.Key;
        int linked = accounts.Count(IsLinked);
        int withoutState = accounts.Count(account => IsLinked(account) && account.Enabled is null);
        return withoutId > 0
            ? $"{options.Map.Columns.AccountId} is empty in {withoutId} of {accounts.Count} accounts"
            : duplicate is not null ? $"account {duplicate} occurs more than once"
            : withoutState > 0 ? $"{options.Map.Columns.Enabled} is empty in {withoutState} of {linked} linked accounts"
            : linked == 0 && input.Memory?.LastLinked > 0
                ? $"no account has a key ({options.Map.Columns.Key}), the last run had {input.Memory.LastLinked} "
                    + "linked accounts; each directory needs its own log"
                : null;
    }

    private static string? CheckMissing(ComparisonInput input)
    {
        var ids = new HashSet<string>(
            input.Persons.Select(person => ValueText.Plain(person.PersonId)).OfType<string>(), StringComparer.Ordinal);
        int linked = input.Accounts.Count(IsLinked);
        int missing = input.Accounts.Count(account => IsLinked(account)
            && !ids.Contains(ValueText.Plain(account.Key)!));
        return missing > MaxMissing && missing * 100L > (long)linked * MaxMissingPercent
            ? $"HR does not know the persons of {missing} of {linked} linked accounts; more than "
                + $"{MaxMissingPercent}% is considered incomplete"
            : null;
    }

    private static object? Status(PersonRow person) =>
        ValueText.Plain(person.EmploymentStatus) ?? ValueText.Plain(person.Status)
        ?? person.Employments.Select(employment => ValueText.Plain(employment.Status))
            .FirstOrDefault(status => status is not null);

    private static object? FirstDay(PersonRow person) =>
        person.StartDate ?? person.Employments.Select(employment => employment.StartDate)
            .FirstOrDefault(day => day is not null);

    private static bool AreAllEmpty(IEnumerable<PersonRow> persons, Func<PersonRow, object?> value) =>
        persons.All(person => value(person) is null);

    private static bool IsLinked(AccountRow account) => ValueText.Plain(account.Key) is not null;
}
