namespace Personio.Lifecycle;

/// <summary>
/// Plans for linked accounts whose person HR does not know. A missing person has not necessarily left, so without
/// -DisableMissing it is only a finding.
/// </summary>
internal sealed class MissingPlanner(PlanContext context)
{
    public IEnumerable<PlanRow> Plan()
    {
        ComparisonOptions options = context.Options;
        bool disables = options.DisableMissing && context.Input.Memory?.LastPersons is not null;
        if (options.DisableMissing && !disables)
        {
            context.Warnings.Add(
                "-DisableMissing disables nobody: no earlier comparison is in the log (-LogPath) to compare the "
                    + "number of persons with.");
        }

        HashSet<AccountRow> known = options.IncludeUnchanged ? FindAddressed() : [];
        foreach (AccountRow account in context.Input.Accounts)
        {
            if (options.IncludeUnchanged && IsUnowned(account, known))
            {
                yield return context.CreateFinding(
                    FindingNames.NoPerson,
                    $"account {ReasonText.DescribePerson(account.Name, account.UserName)} is enabled, and belongs to "
                        + "nobody: it has no key, and no address of a person",
                    null, account);
            }

            if (ValueText.Plain(account.Key) is not { } key || context.Persons.ContainsKey(key)
                || context.Claimed.Contains(account.AccountId!))
            {
                continue;
            }

            string whom = ReasonText.DescribePerson(account.Name, account.UserName);
            int same = context.Accounts.ByKey(key).Count;
            if (account.Enabled != true && !options.IncludeUnchanged)
            {
                continue;
            }

            PlanRow finding = same > 1
                ? context.CreateFinding(FindingNames.SeveralAccounts,
                    $"{same} accounts are linked to person {key}, whom HR does not know; one is {whom}", null, account)
                : context.CreateFinding(FindingNames.NoPerson,
                    $"account {whom} is linked to person {key}, whom HR does not know", null, account);
            if (!disables || same > 1 || account.Enabled != true)
            {
                yield return finding;
                continue;
            }

            PlanRow row = context.CreateRow(PlanKind.Leaver, PlanAction.Disable, null, account) with
            {
                Finding = FindingNames.NoPerson,
                Risk = PlanRisk.Medium,
                LimitKind = LimitKind.MaxDisable,
                Changes = ChangeText.Write([new AttributeChange(options.Map.EnabledAttribute, "true", "false")]),
                Reason = ReasonText.DisableMissing(whom, key),
            };
            yield return context.Protection.FindReason(account) is { } why
                ? PersonPlanner.ToFinding(row, account.Name, why, [row]) : row;
        }
    }

    // Service accounts belong to nobody either, and are excluded by -Protect after a review.
    private bool IsUnowned(AccountRow account, HashSet<AccountRow> known) => account.Enabled == true
        && ValueText.Plain(account.Key) is null && !known.Contains(account)
        && context.Protection.FindReason(account) is null;

    private HashSet<AccountRow> FindAddressed() => new(
        context.Input.Persons.SelectMany(person => context.Accounts.ByAddress(person.Email)
            .Concat(context.Options.UseSecondKey ? context.Accounts.BySecondKey(person.SecondKey) : [])),
        ReferenceEqualityComparer.Instance);
}
