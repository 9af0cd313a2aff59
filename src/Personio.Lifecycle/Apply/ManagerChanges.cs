namespace Personio.Lifecycle;

/// <summary>
/// The changes of a row as they are written. A manager whose account the plan creates had no ID when the plan was made.
/// </summary>
internal sealed class ManagerChanges(
    IDirectory directory, AttributeRoles roles, IReadOnlyDictionary<string, AccountRow> created)
{
    /// <summary>Returns the changes of a row; null if the account of the manager was not created.</summary>
    public async Task<IReadOnlyList<AttributeChange>?> ResolveAsync(PlanRow row, CancellationToken cancellationToken)
    {
        IReadOnlyList<AttributeChange> changes = row.GetChanges();
        if (row.Action != PlanAction.LinkManager)
        {
            return changes;
        }

        var resolved = new List<AttributeChange>();
        foreach (AttributeChange change in changes)
        {
            if (change.New is not string value
                || !value.StartsWith(ManagerPlanner.PersonPrefix, StringComparison.Ordinal))
            {
                resolved.Add(change);
                continue;
            }

            string manager = value[ManagerPlanner.PersonPrefix.Length..];
            AccountRow? account = created.GetValueOrDefault(manager)
                ?? await directory.ReadAsync(
                    row with { AccountId = null, UserName = null, PersonId = manager }, cancellationToken)
                    .ConfigureAwait(false);
            string? attribute = roles.ManagerAttribute(change.Name);
            object? target = account is null || ValueText.Plain(account.Key) != manager ? null
                : ValueText.Canonical(attribute is null ? account.AccountId : account.Get(attribute));
            if (target is null)
            {
                return null;
            }

            resolved.Add(change with { New = target });
        }

        return resolved;
    }
}
