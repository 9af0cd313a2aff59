namespace Personio.Lifecycle;

/// <summary>Looks for the account of a person before and after it is created.</summary>
internal sealed class AccountSearch(
    IDirectory directory, ApplyOptions options, LogMemory? memory, TimeProvider clock)
{
    // Each after a pause, before a name counts as that of an account that is not visible to us.
    private const int Looks = 2;

    /// <summary>Finds the account that a person already has; null if there is none.</summary>
    public async Task<AccountRow?> FindAsync(PlanRow row, CancellationToken cancellationToken)
    {
        // A search may lag behind; a lookup by ID does not.
        if (memory?.CreatedFor(row.PersonId) is { } id
            && await directory.ReadAsync(row with { AccountId = id }, cancellationToken)
                .ConfigureAwait(false) is { } remembered
            && ValueText.Plain(remembered.Key) == row.PersonId)
        {
            return remembered;
        }

        return await FoundAsync(row, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Searches for the account by the key; null if the search does not find it.</summary>
    public async Task<AccountRow?> FoundAsync(PlanRow row, CancellationToken cancellationToken)
    {
        AccountRow? found = await directory.ReadAsync(row with { AccountId = null }, cancellationToken)
            .ConfigureAwait(false);
        return found is not null && ValueText.Plain(found.Key) == row.PersonId ? found : null;
    }

    /// <summary>Waits until a search probably finds a new account.</summary>
    public Task PauseAsync(CancellationToken cancellationToken) =>
        options.Wait?.Invoke(options.LostResponseDelay, cancellationToken)
            ?? Task.Delay(options.LostResponseDelay, clock, cancellationToken);

    /// <summary>
    /// Finds out whose a user name is that the directory calls taken. A search lags behind writes by seconds, so it may
    /// be the person's own account, created by an earlier or a parallel run. Trying the next name too early would
    /// create a second one.
    /// </summary>
    /// <returns>The person's own account, or null; and whether the name may still be the person's own.</returns>
    public async Task<(AccountRow? Own, bool MayBeOwn)> HolderAsync(PlanRow row, CancellationToken cancellationToken)
    {
        for (int look = 0; look <= Looks; look++)
        {
            if (look > 0)
            {
                await PauseAsync(cancellationToken).ConfigureAwait(false);
            }

            AccountRow? holder = await directory.ReadAsync(row with { AccountId = null }, cancellationToken)
                .ConfigureAwait(false);
            if (holder is not null)
            {
                bool isOwn = ValueText.Plain(holder.Key) == row.PersonId;
                return (isOwn ? holder : null, isOwn);
            }
        }

        return (null, MayBeOwn: true);
    }
}
