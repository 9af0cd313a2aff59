namespace Personio.Lifecycle;

/// <summary>
/// Creates an account exactly once. If the answer is lost, the request is not repeated and no other user name is tried;
/// the account is looked up by its key instead.
/// </summary>
internal sealed class AccountCreation(
    IDirectory directory, ApplyOptions options, LogMemory? memory, RowLog log, TimeProvider clock, AttributeRoles roles)
{
    public async Task<(ResultRow Result, AccountRow? Account)> CreateAsync(PlanRow row,
        CancellationToken cancellationToken)
    {
        if (await FindAsync(row, cancellationToken).ConfigureAwait(false) is { } existing)
        {
            ResultRow already = ResultRow.From(row, RowStatus.AlreadyDone) with
            {
                AccountId = existing.AccountId, UserName = existing.UserName ?? row.UserName,
            };
            if (memory?.IsOpen(row.PlanId, row.Key) == true)
            {
                // We created it earlier and the answer was lost, so we now check what the answer would have shown.
                existing = await AsPlannedAsync(row, row.GetChanges(), existing, cancellationToken)
                    .ConfigureAwait(false);
                log.After(row, row.GetChanges(), already);
            }

            return (already, existing);
        }

        string[] names = [row.UserName ?? "", .. (row.NextUserName ?? "").Split(';',
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        (ResultRow Result, AccountRow? Account) outcome = default;
        foreach (string name in names)
        {
            PlanRow attempt = row with { UserName = name, Changes = ChangeText.Write(Named(row.GetChanges(), name)) };
            bool isTaken;
            (outcome.Result, outcome.Account, isTaken) = await TryAsync(attempt, cancellationToken)
                .ConfigureAwait(false);
            if (!isTaken)
            {
                break;
            }
        }

        return outcome;
    }

    private async Task<(ResultRow Result, AccountRow? Account, bool IsTaken)> TryAsync(PlanRow row,
        CancellationToken cancellationToken)
    {
        IReadOnlyList<AttributeChange> changes = row.GetChanges();
        log.Before(row, changes);
        ResultRow result = ResultRow.From(row, RowStatus.Unknown, "The write was broken off.");
        AccountRow? account = null;
        bool isTaken = false;
        bool isSent = false;
        try
        {
            account = await directory.CreateAsync(row, roles.Values(changes), cancellationToken).ConfigureAwait(false);
            isSent = true;
            account ??= await FoundAsync(row, cancellationToken).ConfigureAwait(false);
            (result, account) = await FinishAsync(row, changes, account, cancellationToken).ConfigureAwait(false);
        }
        catch (DirectoryException fault) when (isSent || fault.Fault == DirectoryFault.OutcomeUnknown)
        {
            (result, account) = await LostAsync(row, changes, fault, cancellationToken).ConfigureAwait(false);
        }
        catch (DirectoryException fault)
        {
            isTaken = fault.Fault == DirectoryFault.UserNameTaken;
            result = RowApplier.Failed(row, fault);
            if (fault.Fault == DirectoryFault.AccessDenied)
            {
                throw;
            }
        }
        finally
        {
            log.After(row, changes, result);
        }

        return (result, account, isTaken);
    }

    private async Task<(ResultRow Result, AccountRow? Account)> LostAsync(
        PlanRow row, IReadOnlyList<AttributeChange> changes, DirectoryException fault,
            CancellationToken cancellationToken)
    {
        await (options.Wait?.Invoke(options.LostAnswerPause, cancellationToken)
            ?? Task.Delay(options.LostAnswerPause, clock, cancellationToken)).ConfigureAwait(false);
        AccountRow? account = null;
        try
        {
            account = await FoundAsync(row, cancellationToken).ConfigureAwait(false);
        }
        catch (DirectoryException)
        {
            // It remains unknown whether the account was created, and the row says so.
        }

        return account is null
            ? (RowApplier.Failed(row, fault) with { Status = RowStatus.Unknown }, null)
            : await FinishAsync(row, changes, account, cancellationToken).ConfigureAwait(false);
    }

    private async Task<(ResultRow Result, AccountRow? Account)> FinishAsync(
        PlanRow row, IReadOnlyList<AttributeChange> changes, AccountRow? account, CancellationToken cancellationToken)
    {
        if (account is not null)
        {
            try
            {
                account = await AsPlannedAsync(row, changes, account, cancellationToken).ConfigureAwait(false);
            }
            catch (DirectoryException fault)
            {
                return (ResultRow.From(row, RowStatus.NotKept,
                    $"The account was created enabled and could not be disabled: {fault.Message}", fault.ErrorId) with
                {
                    AccountId = account.AccountId, CorrelationId = fault.CorrelationId,
                }, account);
            }
        }

        return (RowApplier.Judged(row, account, changes, roles), account);
    }

    // Some directories create every account enabled, regardless of the request.
    private async Task<AccountRow> AsPlannedAsync(
        PlanRow row, IReadOnlyList<AttributeChange> changes, AccountRow account, CancellationToken cancellationToken)
    {
        bool isWrong = account.Enabled == true && changes.Any(change => roles.IsState(change.Name)
            && change.New is "false");
        if (!isWrong)
        {
            return account;
        }

        PlanRow made = row with { AccountId = account.AccountId };
        return await directory.DisableAsync(made, cancellationToken).ConfigureAwait(false)
            ?? await directory.ReadAsync(made, cancellationToken).ConfigureAwait(false)
            ?? account;
    }

    private async Task<AccountRow?> FindAsync(PlanRow row, CancellationToken cancellationToken)
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

    private async Task<AccountRow?> FoundAsync(PlanRow row, CancellationToken cancellationToken)
    {
        AccountRow? found = await directory.ReadAsync(row with { AccountId = null }, cancellationToken)
            .ConfigureAwait(false);
        return found is not null && ValueText.Plain(found.Key) == row.PersonId ? found : null;
    }

    private AttributeChange[] Named(IReadOnlyList<AttributeChange> changes, string name) =>
        [.. changes.Select(change => roles.IsUserName(change.Name) ? change with { New = name } : change)];
}
